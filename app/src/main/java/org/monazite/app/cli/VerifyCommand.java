package org.monazite.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.KeepsTime;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.verify.Outcome;
import org.monazite.app.verify.PocketRun;
import org.monazite.app.verify.Until;
import org.monazite.app.verify.Verification;
import org.monazite.plan.cases.TwoStageSolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Recomputes reference cases and compares. Ends with 5 if any differs by more than is allowed.
@Command(name = "verify")
final class VerifyCommand extends Task implements KeepsTime {

    /// The suites whose cases are programs to be solved.
    private static final Set<String> SOLVED = Set.of("smps", "cflp", "pocket");

    @Parameters(index = "0", arity = "0..1", paramLabel = "SUITE", descriptionKey = "arg.suite")
    private @Nullable String suite;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PATH", descriptionKey = "arg.cases")
    private @Nullable String path;

    @Option(names = "--expect", paramLabel = "FILE", descriptionKey = "opt.expect")
    private @Nullable String expect;

    @Option(names = "--tolerance", paramLabel = "X", descriptionKey = "opt.tolerance.case")
    private @Nullable Double tolerance;

    @Option(names = "--method", paramLabel = "HOW", descriptionKey = "opt.method.smps", defaultValue = "auto")
    private TwoStageSolver.Method method = TwoStageSolver.Method.AUTO;

    @Option(names = "--time-limit", paramLabel = "S", descriptionKey = "opt.timelimit")
    private double timeLimit = Double.POSITIVE_INFINITY;

    /// Programs that are solved end with their best so far; other cases are stopped.
    @Override
    public boolean keepsTime() {
        return path != null && SOLVED.contains(suite);
    }

    @Override
    protected Report report() throws IOException {
        if (!(timeLimit >= 0)) {
            throw Problem.of(ExitCode.USAGE, "problem.option.least", "--time-limit", timeLimit, "0");
        }
        if (tolerance != null && !(tolerance >= 0)) {
            throw Problem.of(ExitCode.USAGE, "problem.option.least", "--tolerance", tolerance, "0");
        }
        if (expect != null && path == null) {
            throw Problem.of(ExitCode.USAGE, "problem.verify.expect", expect);
        }
        Report report = new Report(Json.object());
        List<Supplier<List<Outcome>>> cases = isPocketFile() ? List.of(pocket(report)::outcomes) : cases();
        ArrayNode array = report.json().putArray("outcomes");
        int passed = 0;
        int failed = 0;
        int limited = 0;
        for (int i = 0; i < cases.size(); i++) {
            for (Outcome found : cases.get(i).get()) {
                Outcome outcome = tolerance == null ? found : found.allowing(tolerance);
                report.line(outcome.isRefused() ? outcome.refusal(texts()) : outcome.toString());
                array.add(json(outcome));
                passed += outcome.passed() ? 1 : 0;
                failed += outcome.passed() ? 0 : 1;
                limited += !outcome.passed() && outcome.solved().isLimited() ? 1 : 0;
            }
            session().progress().count(i + 1, cases.size());
        }
        report.json().put("passed", passed);
        report.json().put("failed", failed);
        if (passed + failed == 0) {
            return report; // a pocket plan without expected answers: there is nothing to compare
        }
        report.line("%d passed, %d failed".formatted(passed, failed)); // scripts look for these words
        if (texts().isJapanese()) {
            report.line(text("verify.total", passed, failed));
        }
        return report.ends(failed == 0 ? ExitCode.DONE : failed == limited ? ExitCode.LIMIT : ExitCode.CHECK_FAILED);
    }

    private List<Supplier<List<Outcome>>> cases() throws IOException {
        List<Supplier<List<Outcome>>> cases = new ArrayList<>();
        if (suite == null) {
            Verification.BOXED.forEach(each -> cases.addAll(Verification.inside(each)));
            return cases;
        }
        if (!Verification.SUITES.contains(suite)) {
            throw Problem.unknown(ExitCode.NOT_FOUND, "kind.suite", suite, "", Verification.SUITES);
        }
        Until until = until();
        if (path != null && suite.equals("smps")) {
            return Verification.smps(
                    session().path(path), method, until, session().threads());
        }
        if (path != null) {
            return Verification.at(suite, session().path(path), expected(), until);
        }
        if (Verification.inside(suite).isEmpty()) {
            throw Problem.of(ExitCode.USAGE, "problem.suite.path", suite);
        }
        return Verification.inside(suite);
    }

    private boolean isPocketFile() {
        return path != null
                && "pocket".equals(suite)
                && Files.isRegularFile(session().path(path));
    }

    /// The answers to a pocket plan come before what they are compared with.
    private PocketRun pocket(Report report) {
        PocketRun run = Verification.pocket(session().path(String.valueOf(path)), expected(), until());
        run.answers().forEach(report::line);
        if (run.stopped()) {
            report.line("# " + text("verify.pocket.stopped"));
        }
        report.json().set("answers", Json.strings(run.answers()));
        report.json().put("limitReached", run.stopped());
        return run;
    }

    private Optional<Path> expected() {
        return Optional.ofNullable(expect).map(session()::path);
    }

    private Until until() {
        return Until.of(session().left().orElse(Double.POSITIVE_INFINITY), timeLimit);
    }

    private static ObjectNode json(Outcome outcome) {
        ObjectNode node = Json.object();
        node.put("suite", outcome.suite());
        node.put("case", outcome.name());
        node.set("deviation", Json.number(outcome.deviation()));
        node.set("tolerance", Json.number(outcome.tolerance()));
        node.put("where", outcome.where());
        if (!outcome.table().name().isEmpty()) {
            node.put("table", outcome.table().name());
            node.put("size", outcome.table().size());
            node.put("unit", outcome.table().unit());
        }
        if (!outcome.solved().line().isEmpty()) {
            solved(node, outcome.solved());
        }
        node.put("passed", outcome.passed());
        return node;
    }

    private static void solved(ObjectNode node, Outcome.Solved solved) {
        if (solved.scenarios() > 0) {
            node.put("scenarios", solved.scenarios());
        }
        node.put("nonzeros", solved.nonzeros());
        node.put("method", solved.method());
        node.put("status", solved.status());
        node.set("objective", Json.number(solved.objective()));
        node.set("bound", Json.number(solved.bound()));
        node.set("gap", Json.number(solved.gap()));
        node.put("iterations", solved.iterations());
        node.put("cuts", solved.cuts());
        node.set("seconds", Json.number(solved.seconds()));
        node.set("comparedWith", Json.number(solved.other()));
    }
}
