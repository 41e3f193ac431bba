package org.monazite.app.features;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monazite.app.cli.Cli;

/// Rows B of docs/features.md on the pack in the box.
class BriefFeaturesTest {

    @TempDir
    Path folder;

    @Test
    @Tag("A1")
    @Tag("B8")
    void an_empty_folder_gives_its_first_answer_within_two_minutes() throws IOException {
        Instant start = Instant.now();
        Cli.Result answer = Cli.in(folder).line("exposure of JPN");

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("Japan on China");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMinutes(2));
        try (var atlases = Files.list(folder.resolve("workspace").resolve("atlas"))) {
            assertThat(atlases).isNotEmpty();
        }
    }

    @Test
    @Tag("B7")
    void nothing_of_ours_opens_a_connection() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.monazite.plan.internal.NativeOrTools") // opens its own jar
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(Socket|ServerSocket|DatagramSocket|URLConnection|HttpURLConnection)"
                        + "|java\\.nio\\.channels\\.(Asynchronous)?(Server)?SocketChannel|javax\\.net\\..*")
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.monazite"));
    }

    @Test
    @Tag("B1")
    void every_pillar_has_its_commands_and_says_so_in_both_languages() {
        String[] groups = {"show", "exposure", "shock", "plan", "pledge", "brief", "data", "verify"};
        for (String lang : new String[] {"en", "ja"}) {
            String help = Cli.shared().line("--help --lang " + lang).out();
            assertThat(help).contains(groups);
        }
        assertThat(Cli.shared().line("plan --help --lang ja").out()).contains("計画");
    }

    @Test
    @Tag("B9")
    void the_same_file_and_seed_give_the_same_answer_in_another_workspace() throws IOException {
        Path file = folder.resolve("dy.yaml");
        Files.writeString(
                file, "start: 2026-01-01\nactions:\n  - ban: {from: [CHN], products: [dy.oxide], weeks: 1-12}\n");
        Cli.copyWorkspace(folder.resolve("other"));
        String line = "shock run " + file + " --members 6 --weeks 12 --seed 7 --json";

        assertThat(Cli.in(folder.resolve("other")).line(line).out())
                .isEqualTo(Cli.shared().line(line).out());
    }
}
