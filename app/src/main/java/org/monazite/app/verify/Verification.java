package org.monazite.app.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.plan.cases.TwoStageSolver;
import tools.jackson.databind.JsonNode;

/// All reference cases: those that travel with the program, and those in a folder of the user.
public final class Verification {

    /// The suites whose cases travel with the program, in the order they run.
    public static final List<String> BOXED =
            List.of("engine", "ario", "inoue", "esri", "exposure", "atlas", "smps", "pocket", "backtests");

    /// All suites; `cflp` needs a path.
    public static final List<String> SUITES =
            List.of("engine", "ario", "inoue", "esri", "exposure", "atlas", "smps", "pocket", "cflp", "backtests");

    private static final String EXPECTED = "expected.yaml";

    /// Which file makes a folder a case.
    private static final Map<String, String> ENDINGS = Map.of(
            "engine", "case.json",
            "ario", "case.json",
            "inoue", "case.json",
            "esri", "case.json",
            "cflp", ".txt",
            "pocket", "pocket.yaml",
            "backtests", ".yaml");

    private static final List<String> ENGINE =
            List.of("0_steady", "1_ban_no_memory", "2_ban_memory", "4_licence", "6_minerals_default");
    private static final List<String> ARIO = List.of("E_mineral12_ban90", "F_mineral12_base_ban50");
    private static final List<String> INOUE = List.of("toy2", "n10_R0_o0", "n100_R2_o0");
    private static final List<String> ESRI = List.of("n10", "n100");
    private static final List<String> EXPOSURE = List.of(
            "hhi_2022_visible.json",
            "geopolrisk_nickel_usa_2022.json",
            "leontief_2x2.json",
            "eu_supply_risk_2023.json",
            "trace_small.json",
            "trace_chn_2024.json");

    private Verification() {}

    /// The cases of a suite that travel with the program; each is computed when asked.
    public static List<Supplier<List<Outcome>>> inside(String suite) {
        return switch (suite) {
            case "engine" ->
                ENGINE.stream()
                        .<Supplier<List<Outcome>>>map(
                                name -> () -> List.of(EngineCases.check(CaseFolder.inside("shock/engine/" + name))))
                        .toList();
            case "ario" -> inside(ARIO, suite, ArioCases::check);
            case "inoue" -> inside(INOUE, suite, InoueCases::check);
            case "esri" -> inside(ESRI, suite, EsriCases::check);
            case "exposure" ->
                EXPOSURE.stream()
                        .<Supplier<List<Outcome>>>map(
                                file -> () -> Checks.worst(json(CaseFolder.inside("exposure"), file)))
                        .toList();
            case "atlas" -> List.of(() -> json(CaseFolder.inside("atlas"), "reconciliation_six_stream.json"));
            case "smps" -> List.of(() -> SmpsCases.check(CaseFolder.inside("plan/smps/farmer"), SmpsCases.How.both()));
            case "pocket" -> {
                CaseFolder folder = CaseFolder.inside("plan/pocket");
                yield List.of(() -> PocketCases.check(folder, "pocket.yaml", EXPECTED));
            }
            case "backtests" ->
                BacktestCases.EVENTS.stream()
                        .<Supplier<List<Outcome>>>map(event ->
                                () -> BacktestCases.check(CaseFolder.inside("shock/backtests"), event + ".yaml"))
                        .toList();
            case "cflp" -> List.of();
            default -> throw new IllegalArgumentException("There is no suite '" + suite + "'.");
        };
    }

    private static List<Supplier<List<Outcome>>> inside(
            List<String> names, String suite, Function<CaseFolder, List<Outcome>> check) {
        return names.stream()
                .<Supplier<List<Outcome>>>map(
                        name -> () -> check.apply(CaseFolder.inside("shock/" + suite + "/" + name)))
                .toList();
    }

    /// The cases of a suite in a file or folder of the user, without a limit of time.
    ///
    /// @param expect file of the expected answers of a pocket plan; empty for `expected.yaml` beside it
    /// @throws CaseException if there is none
    public static List<Supplier<List<Outcome>>> at(String suite, Path path, Optional<Path> expect) throws IOException {
        return at(suite, path, expect, Until.never());
    }

    /// The cases of a suite in a file or folder of the user.
    ///
    /// @param expect file of the expected answers of a pocket plan; empty for `expected.yaml` beside it
    /// @param until when programs must have been solved
    /// @throws CaseException if there is none
    public static List<Supplier<List<Outcome>>> at(String suite, Path path, Optional<Path> expect, Until until)
            throws IOException {
        if (!Files.exists(path)) {
            throw nowhere(path);
        }
        List<Path> found = files(path, ENDINGS.getOrDefault(suite, ".json"));
        if (found.isEmpty()) {
            throw new CaseException(path.toString(), "it holds no case of the suite '" + suite + "'");
        }
        List<Supplier<List<Outcome>>> cases = new ArrayList<>();
        for (Path file : found) {
            CaseFolder folder = folderOf(file);
            String name = String.valueOf(file.getFileName());
            Supplier<List<Outcome>> check = readable(
                    file,
                    switch (suite) {
                        case "engine" -> () -> List.of(EngineCases.check(folder));
                        case "ario" -> () -> ArioCases.check(folder);
                        case "inoue" -> () -> InoueCases.check(folder);
                        case "esri" -> () -> EsriCases.check(folder);
                        case "cflp" -> () -> CflpCases.check(folder, name, until.next(1, 0));
                        case "backtests" -> () -> BacktestCases.check(folder, name);
                        case "pocket" -> () -> pocket(file, expect, until).outcomes();
                        default -> () -> json(folder, name);
                    });
            cases.add(
                    Files.isDirectory(path) && (found.size() > 1 || ENDINGS.get(suite) == null)
                            ? lenient(file, check)
                            : check);
        }
        return cases;
    }

    /// Answers the questions of a pocket plan in a file of the user, and compares where answers are expected.
    ///
    /// @param expect file of the expected answers; empty for `expected.yaml` beside it, which may be missing
    /// @param until when the answers must be there
    /// @throws Problem if it is no file
    public static PocketRun pocket(Path file, Optional<Path> expect, Until until) {
        if (!Files.isRegularFile(file)) {
            throw nowhere(file);
        }
        return readable(file, () -> {
                    Path answers = expect.orElseGet(() -> file.resolveSibling(EXPECTED));
                    Optional<JsonNode> expected = Files.isRegularFile(answers) || expect.isPresent()
                            ? Optional.of(folderOf(answers).yaml(String.valueOf(answers.getFileName())))
                            : Optional.empty();
                    return PocketRun.of(folderOf(file), String.valueOf(file.getFileName()), expected, until);
                })
                .get();
    }

    /// Programs in SMPS form in a folder of the user, solved in a way that is asked for.
    ///
    /// @param method AUTO for both methods
    /// @param until when they must have been solved
    /// @param threads of the L-shaped method
    /// @throws CaseException if there is none
    public static List<Supplier<List<Outcome>>> smps(Path path, TwoStageSolver.Method method, Until until, int threads)
            throws IOException {
        if (!Files.exists(path)) {
            throw nowhere(path);
        }
        SmpsCases.How how = new SmpsCases.How(method, until, threads);
        if (Files.isRegularFile(path)) {
            String name = String.valueOf(path.getFileName());
            return List.of(readable(
                    path,
                    SmpsFiles.isStoch(path)
                            ? () -> SmpsCases.check(folderOf(path), name, how)
                            : () -> SmpsCases.check(folderOf(path), how)));
        }
        List<Path> found = SmpsFiles.folders(path);
        if (found.isEmpty()) {
            throw new CaseException(path.toString(), "it holds no case of the suite 'smps'");
        }
        return found.stream()
                .map(folder -> {
                    Supplier<List<Outcome>> check = readable(folder, () -> SmpsCases.check(CaseFolder.on(folder), how));
                    return found.size() > 1 ? lenient(folder, check) : check;
                })
                .toList();
    }

    private static Problem nowhere(Path path) {
        return Problem.of(ExitCode.INPUT, "problem.case.nowhere", path);
    }

    private static CaseFolder folderOf(Path file) {
        return CaseFolder.on(file.toAbsolutePath().resolveSibling(".").normalize());
    }

    /// What goes wrong in a file of the user is a matter of the file.
    private static <T> Supplier<T> readable(Path file, Supplier<T> check) {
        return () -> {
            try {
                return check.get();
            } catch (CaseException | Problem e) {
                throw e;
            } catch (RuntimeException e) {
                CaseException refused = new CaseException(file.toString(), String.valueOf(e.getMessage()));
                refused.initCause(e);
                throw refused;
            }
        };
    }

    private static List<Path> files(Path path, String ending) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.walk(path, 4)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /// A JSON case says by its keys what it is about.
    private static List<Outcome> json(CaseFolder folder, String file) {
        JsonNode spec = folder.json(file);
        String name = file.replaceFirst("\\.json$", "");
        try {
            return BalanceCases.isCase(spec) ? BalanceCases.check(name, spec) : ExposureCases.check(name, spec);
        } catch (CaseException e) {
            throw e.in(folder.where(file));
        }
    }

    /// In a folder of many files one that cannot be used is a failure of its own and does not stop the others.
    private static Supplier<List<Outcome>> lenient(Path file, Supplier<List<Outcome>> check) {
        return () -> {
            try {
                return check.get();
            } catch (CaseException | Problem e) {
                return List.of(Outcome.refused(file.getFileName().toString(), e));
            }
        };
    }
}
