package org.monazite.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monazite.app.workspace.Workspace;
import org.monazite.plan.PlanSpec;
import org.monazite.shock.Scenario;

class ScenariosTest {

    private static final Scenarios CHINA = new Scenarios("CHN", 52);

    @Test
    void the_main_job_plays_what_the_files_of_the_workspace_say(@TempDir Path folder) throws IOException {
        Workbench workbench = new Workbench(Workspace.in(folder), Optional.empty(), Progress.NONE);

        for (Scenario scenario : List.of(
                CHINA.wholeChain("magnets"),
                CHINA.heavyRareEarths(),
                CHINA.bilateral(List.of("JPN", "USA")),
                CHINA.licences())) {
            assertThat(workbench.plays("magnets").scenario(scenario.name())).isEqualTo(scenario);
        }
    }

    @Test
    void every_file_of_a_new_workspace_can_be_read(@TempDir Path folder) throws IOException {
        Workbench workbench = new Workbench(Workspace.in(folder), Optional.empty(), Progress.NONE);

        for (String name : workbench.workspace().names(Workspace.Shelf.SCENARIOS)) {
            assertThat(workbench.plays("magnets").scenario(name).actions())
                    .as(name)
                    .isNotEmpty();
        }
        assertThat(workbench.planSpec("magnets", "default"))
                .isEqualTo(PlanSpec.of(List.of("JPN", "USA"), "CHN", SecureRequest.DEFAULT_BUDGET_USD));
        assertThat(workbench.register().pledges()).hasSizeGreaterThan(40);
    }

    @Test
    void scenarios_against_others_bear_their_names() {
        assertThat(new Scenarios("VNM", 26).wholeChain("magnets").name()).isEqualTo("vnm-magnet-chain");
        assertThat(new Scenarios("VNM", 26).licences().name()).isEqualTo("vnm-licence");
    }
}
