package org.monazite.app.cli.shock;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.monazite.app.FirmScale;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.workspace.SafeFile;
import org.monazite.shock.scale.FirmRun;
import org.monazite.shock.scale.FirmWorld;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Plays outages in a synthetic economy of firms: up to millions of firms, many scenarios at a time.
@Command(name = "scale")
final class ScaleCommand extends Task {

    private static final int SHOWN = 10;
    private static final int MOST_DAYS = 3650;

    @Option(names = "--firms", paramLabel = "N", descriptionKey = "opt.scale.firms", defaultValue = "100000")
    private int firms = 100_000;

    @Option(names = "--links", paramLabel = "M", descriptionKey = "opt.scale.links")
    private @Nullable Integer links;

    @Option(names = "--sectors", paramLabel = "S", descriptionKey = "opt.scale.sectors", defaultValue = "80")
    private int sectors = 80;

    @Option(names = "--days", paramLabel = "N", descriptionKey = "opt.scale.days", defaultValue = "365")
    private int days = 365;

    @Option(names = "--scenarios", paramLabel = "K", descriptionKey = "opt.scale.scenarios", defaultValue = "1")
    private int scenarios = 1;

    @Option(
            names = "--outage",
            paramLabel = "SECTOR:SHARE:FROM:DAYS",
            descriptionKey = "opt.scale.outage",
            defaultValue = "S1:0.5:11:30")
    private String outage = "S1:0.5:11:30";

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "opt.seed", defaultValue = "20251028")
    private long seed = 20251028L;

    @Option(names = "--export", paramLabel = "FILE", descriptionKey = "opt.scale.export")
    private @Nullable String export;

    @Override
    protected Report report() throws IOException {
        FirmScale.Question question = question();
        FirmScale.Answer answer = FirmScale.play(question, session().progress());
        if (export != null) {
            SafeFile.write(session().path(export), FirmScale.edges(answer.network()));
        }
        Report report = new Report(Json.object());
        json(report.json(), question, answer);
        show(report, question, answer);
        return report;
    }

    private FirmScale.Question question() {
        range("--firms", firms, 4, 20_000_000);
        int least = Math.min(firms, 1000);
        range("--sectors", sectors, 1, least);
        int wanted = links == null ? (int) Math.min(5L * firms, (long) firms * (firms - 1) / 4) : links;
        range("--links", wanted, 1, Math.min(100_000_000L, (long) firms * (firms - 1) / 4));
        range("--days", days, 1, MOST_DAYS);
        range("--scenarios", scenarios, 1, 10_000);
        String[] parts = outage.split(":", -1);
        if (parts.length != 4) {
            throw bad();
        }
        try {
            double share = Double.parseDouble(parts[1]);
            int from = Integer.parseInt(parts[2]);
            int length = Integer.parseInt(parts[3]);
            if (!(share >= 0 && share <= 1) || from < 1 || from > MOST_DAYS || length < 1 || length > MOST_DAYS) {
                throw bad();
            }
            range("--outage FROM", from, 1, days); // later, nothing would happen
            FirmWorld world = new FirmWorld(firms, wanted, sectors, seed);
            int threads = session().threads();
            return new FirmScale.Question(world, days, scenarios, sector(parts[0]), share, from, length, threads);
        } catch (NumberFormatException e) {
            Problem problem = bad();
            problem.initCause(e);
            throw problem;
        }
    }

    private Problem bad() {
        return Problem.of(ExitCode.USAGE, "problem.scale.outage", outage);
    }

    private int sector(String name) {
        if (name.equals("all")) {
            return -1;
        }
        int number = name.matches("S[0-9]{1,4}") ? Integer.parseInt(name.substring(1)) : 0;
        if (number < 1 || number > sectors) {
            throw Problem.of(ExitCode.USAGE, "problem.scale.sector", name, sectors);
        }
        return number - 1;
    }

    private static void range(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw Problem.of(ExitCode.USAGE, "problem.option.range", option, value, least, most);
        }
    }

    private List<Integer> worst(FirmScale.Answer answer) {
        List<Integer> order = new ArrayList<>();
        for (int sector = 0; sector < sectors; sector++) {
            order.add(sector);
        }
        order.sort(Comparator.comparingDouble(answer::lostShare).reversed().thenComparing(sector -> sector));
        return order.subList(0, Math.min(SHOWN, sectors));
    }

    private void show(Report report, FirmScale.Question question, FirmScale.Answer answer) {
        FirmScale.Speed speed = answer.speed();
        report.line(text(
                "scale.title",
                numbers().count(firms),
                numbers().count(answer.network().links()),
                numbers().count(sectors),
                seed));
        report.line(text(
                "scale.asked",
                outage,
                numbers().count(scenarios),
                numbers().days(days),
                numbers().plain(speed.drawSeconds())));
        List<Double> lost =
                answer.runs().stream().map(FirmRun::lostShare).sorted().toList();
        report.line(text(
                "scale.lost",
                numbers().share(lost.get(lost.size() / 2)),
                numbers().share(lost.getFirst()),
                numbers().share(lost.getLast())));
        List<Double> unmet =
                answer.runs().stream().map(FirmRun::unmetShare).sorted().toList();
        report.line(text("scale.unmet", numbers().share(unmet.get(unmet.size() / 2))));
        Table table = new Table().text("sector", text("column.sector")).number("lost_share", text("column.lost.mean"));
        for (int sector : worst(answer)) {
            double share = answer.lostShare(sector);
            table.row(
                    Table.Cell.of(answer.network().sectors().get(sector)),
                    Table.Cell.of(numbers().share(share), share));
        }
        report.table(table);
        report.line(text(
                "scale.speed",
                numbers().plain(speed.playSeconds()),
                numbers().plain(speed.stepsPerSecond()),
                numbers().plain(speed.linksPerSecond() / 1e6),
                question.threads()));
        report.line(text(
                "scale.memory",
                numbers().count(FirmScale.megabytes(answer.arrayBytes())),
                numbers().count(answer.lanes())));
        report.line(text("scale.note"));
        if (export != null) {
            report.line(text("shock.written", session().path(export)));
        }
    }

    private void json(ObjectNode json, FirmScale.Question question, FirmScale.Answer answer) {
        ObjectNode asked = json.putObject("question");
        asked.put("firms", firms);
        asked.put("links", answer.network().links());
        asked.put("sectors", sectors);
        asked.put("cells", answer.cells());
        asked.put("seed", seed);
        asked.put("days", days);
        asked.put("scenarios", scenarios);
        asked.put("outage", outage);
        ArrayNode runs = json.putArray("runs");
        for (FirmRun run : answer.runs()) {
            ObjectNode node = runs.addObject();
            node.put("scenario", run.scenario());
            node.put("lostShare", run.lostShare());
            node.put("unmetFinalShare", run.unmetShare());
            node.put("worstDay", run.worstDay() + 1);
            node.put("worstOutput", run.output().get(run.worstDay()));
        }
        ArrayNode list = json.putArray("sectors");
        for (int sector = 0; sector < sectors; sector++) {
            ObjectNode node = list.addObject();
            node.put("sector", answer.network().sectors().get(sector));
            node.put("lostShareMean", answer.lostShare(sector));
        }
        FirmScale.Speed speed = answer.speed();
        ObjectNode machine = json.putObject("speed"); // the only part that depends on the machine
        machine.put("threads", question.threads());
        machine.put("drawSeconds", speed.drawSeconds());
        machine.put("layoutSeconds", speed.layoutSeconds());
        machine.put("playSeconds", speed.playSeconds());
        machine.put("scenarioDaysPerSecond", speed.stepsPerSecond());
        machine.put("linkScenarioDaysPerSecond", speed.linksPerSecond());
        machine.put("arrayBytes", answer.arrayBytes());
        machine.put("lanes", answer.lanes());
    }
}
