package org.monazite.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The walls of the house.
class ArchitectureTest {

    private static final JavaClasses MONAZITE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.monazite");

    private static final String CLI = "org.monazite.app.cli";

    private static final String[] ENGINES = {
        "org.monazite.supply..",
        "org.monazite.exposure..",
        "org.monazite.shock..",
        "org.monazite.plan..",
        "org.monazite.pledges..",
        "org.monazite.brief.."
    };

    /// What each module may use of ours.
    private static final Map<String, List<String>> ARROWS = new TreeMap<>(Map.of(
            "supply", List.of(),
            "atlas", List.of("supply"),
            "exposure", List.of("supply"),
            "shock", List.of("supply"),
            "plan", List.of("supply", "exposure", "shock"),
            "pledges", List.of("supply", "exposure", "shock"),
            "brief", List.of("supply", "exposure", "shock", "plan", "pledges")));

    @Test
    void the_rules_look_at_real_classes() {
        for (String module : ARROWS.keySet()) {
            assertThat(MONAZITE.stream().filter(each -> each.getPackageName().startsWith("org.monazite." + module)))
                    .as(module)
                    .hasSizeGreaterThan(3);
        }
        assertThat(MONAZITE.contain(Workbench.class)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"supply", "atlas", "exposure", "shock", "plan", "pledges", "brief"})
    void data_travels_one_way(String module) {
        List<String> allowed = ARROWS.get(module);
        noClasses()
                .that()
                .resideInAPackage("org.monazite." + module + "..")
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.describe("lie in a module that " + module + " may not use", other -> {
                            String[] parts = other.getPackageName().split("\\.");
                            return other.getPackageName().startsWith("org.monazite.")
                                    && !parts[2].equals(module)
                                    && !allowed.contains(parts[2]);
                        }))
                .check(MONAZITE);
    }

    @Test
    void modules_and_the_packages_of_app_have_no_cycles() {
        slices().matching("org.monazite.(*)..").should().beFreeOfCycles().check(MONAZITE);
        slices().matching("org.monazite.app.(*)..").should().beFreeOfCycles().check(MONAZITE);
        slices().matching("org.monazite.app.(**)").should().beFreeOfCycles().check(MONAZITE);
    }

    /// The rooms of the command line from the top down: each may use those after it.
    private static final List<String> ROOMS = List.of("", ".plan", ".shock", ".exposure", ".atlas", ".paper");

    @Test
    void the_rooms_of_the_command_line_are_these() {
        assertThat(MONAZITE.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith(CLI))
                        .map(name -> name.substring(CLI.length())))
                .containsOnlyElementsOf(ROOMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {".plan", ".shock", ".exposure", ".atlas", ".paper"})
    void no_room_of_the_command_line_knows_one_above_it(String room) {
        List<String> above = ROOMS.subList(0, ROOMS.indexOf(room));
        noClasses()
                .that()
                .resideInAPackage(CLI + room)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "lie in a room above " + room,
                        other -> above.stream()
                                .anyMatch(each -> other.getPackageName().equals(CLI + each))))
                .check(MONAZITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"atlas", "exposure", "shock", "plan", "pledges", "brief"})
    void what_is_internal_stays_in_its_module(String module) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.monazite." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.monazite." + module + ".internal..")
                .check(MONAZITE);
    }

    @Test
    void the_verifier_of_plans_knows_neither_solver_nor_equations() {
        noClasses()
                .that()
                .resideInAPackage("org.monazite.plan.check..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.monazite.plan.lp..", "org.monazite.plan.equations..")
                .check(MONAZITE);
    }

    @Test
    void only_app_sees_the_atlas() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.monazite.app..", "org.monazite.atlas..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.monazite.atlas..")
                .check(MONAZITE);
    }

    @Test
    void engines_open_no_file_database_or_network() {
        noClasses()
                .that()
                .resideInAnyPackage(ENGINES)
                .and()
                .doNotHaveFullyQualifiedName("org.monazite.plan.internal.NativeHighs") // unpacks the solver library
                .and()
                .doNotHaveFullyQualifiedName("org.monazite.plan.internal.NativeOrTools") // unpacks the second solver
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "java.nio.file..", "java.net..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File|RandomAccessFile).*")
                .check(MONAZITE);
    }

    @Test
    void the_database_is_known_to_the_atlas_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.monazite.atlas..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.duckdb..", "java.sql..")
                .check(MONAZITE);
    }

    @Test
    void engines_know_no_clock_and_no_chance_without_seed() {
        noClasses()
                .that()
                .resideInAnyPackage(ENGINES)
                .should(call("a clock or unseeded chance", call -> {
                    String owner = call.getTargetOwner().getName();
                    String name = call.getName();
                    boolean clock = owner.startsWith("java.time.") && name.equals("now")
                            || owner.equals("java.lang.System") && name.equals("currentTimeMillis");
                    boolean chance = owner.equals("java.lang.Math") && name.equals("random")
                            || owner.equals("java.util.concurrent.ThreadLocalRandom");
                    return clock || chance;
                }))
                .check(MONAZITE);
        noClasses()
                .that()
                .resideInAnyPackage(ENGINES)
                .should()
                .callConstructor(java.util.Random.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.time.Clock.class)
                .check(MONAZITE);
    }

    @Test
    void only_app_reads_the_environment_and_only_its_command_line_prints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.monazite.app..")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(MONAZITE);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.monazite.app.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(MONAZITE);
    }

    @Test
    void arrays_of_the_network_are_shared_with_kernels_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..internal..", "org.monazite.supply..")
                .should(call(
                        "an array that is shared",
                        call -> call.getTargetOwner().getPackageName().startsWith("org.monazite.supply")
                                && call.getName().endsWith("Shared")))
                .check(MONAZITE);
    }

    @Test
    void the_command_line_holds_no_engine() {
        noClasses()
                .that()
                .resideInAPackage("org.monazite.app.cli..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.monazite\\.(shock\\.(Simulation|EnsembleRunner)|brief\\.Briefs)")
                .check(MONAZITE);
        methods()
                .that()
                .areDeclaredInClassesThat(resideInAPackage("org.monazite.app.cli.."))
                .and()
                .haveName("report")
                .should()
                .notBePublic()
                .check(MONAZITE);
    }

    @Test
    void every_package_is_null_marked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
                .check(MONAZITE);
    }

    private static ArchCondition<JavaClass> call(String what, java.util.function.Predicate<JavaMethodCall> wrong) {
        return new ArchCondition<>("call " + what) {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                for (JavaMethodCall call : each.getMethodCallsFromSelf()) {
                    if (wrong.test(call)) {
                        events.add(SimpleConditionEvent.satisfied(each, call.getDescription()));
                    }
                }
            }
        };
    }
}
