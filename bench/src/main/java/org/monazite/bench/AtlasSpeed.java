package org.monazite.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.AtlasPublisher;
import org.monazite.atlas.Provenance;
import org.monazite.atlas.balance.BalanceProblem;
import org.monazite.atlas.balance.BalanceResult;
import org.monazite.atlas.balance.Balancer;
import org.monazite.atlas.imports.ImportFormat;
import org.monazite.atlas.imports.ImportRequest;
import org.monazite.atlas.imports.ImportResult;
import org.monazite.atlas.imports.ImportStore;
import org.monazite.atlas.imports.Importer;
import org.monazite.atlas.imports.Lexicon;
import org.monazite.atlas.pack.Pack;
import org.monazite.exposure.Dependence;
import org.monazite.exposure.Exposure;
import org.monazite.exposure.GeoPolRiskGrid;
import org.monazite.exposure.StageExposure;
import org.monazite.supply.SupplyNetwork;

/// Times of the atlas and of the measures of dependence, one part a run of the program; each part prints one row of a
/// table: what, clock seconds, processor seconds of all threads, megabytes of heap at the peak, remark.
///
///     AtlasSpeed baci ROWS FOLDER | publish FIGURES FOLDER | figure FOLDER | balance | scores | traced | answers
public final class AtlasSpeed {

    private static final long SEED = 20251028L;
    private static final int YEAR = 2022;
    private static final PrintStream OUT = System.out;

    private AtlasSpeed() {}

    public static void main(String[] words) throws IOException, SQLException {
        switch (words[0]) {
            case "baci" -> baci(Long.parseLong(words[1]), Path.of(words[2]));
            case "publish" -> publish(Integer.parseInt(words[1]), Path.of(words[2]));
            case "figure" -> figure(Path.of(words[1]));
            case "balance" -> balance();
            case "scores" -> scores();
            case "traced" -> traced();
            case "answers" -> answers();
            default -> throw new IllegalArgumentException("""
                There is no part '%s'.
                Maybe one of: baci publish figure balance scores traced answers.\
                """.formatted(words[0]));
        }
    }

    private interface Step {
        String run() throws IOException, SQLException;
    }

    /// Runs a step and prints its row; returns the clock seconds.
    private static double timed(String what, Step step) throws IOException, SQLException {
        double cpu = cpuSeconds();
        long begin = System.nanoTime();
        String remark = step.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        row(what, seconds, cpuSeconds() - cpu, remark);
        return seconds;
    }

    private static void row(String what, double seconds, double cpu, String remark) {
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        OUT.println(
                String.format(Locale.ROOT, "| %s | %.2f | %.2f | %d | %s |", what, seconds, cpu, peak >> 20, remark));
    }

    /// Processor seconds of this process, those of native threads included.
    private static double cpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private static final int RUNS = 3;

    /// A year of trade imported and indexed, and read by the database's own reader in the same run: three times each
    /// in turn, the best one counts. Once more the database does all that the import leaves behind.
    private static void baci(long rows, Path folder) throws IOException, SQLException {
        Pack pack = Pack.embedded();
        TreeSet<Integer> places = new TreeSet<>();
        pack.table("countries").forEach(place -> {
            String code = place.cells().getOrDefault("baci_code", "");
            if (code.matches("[0-9]+")) {
                places.add(Integer.parseInt(code));
            }
        });
        Path file = folder.resolve("BACI_HS17_Y" + YEAR + "_V202401b.csv");
        long written = MadeTrade.write(file, places, rows, YEAR, SEED);
        double own = Double.MAX_VALUE;
        double peer = Double.MAX_VALUE;
        for (int run = 1; run <= RUNS; run++) {
            peer = Math.min(peer, timed("DuckDB read_csv into a table, run " + run, () -> read(file)));
            Path atlas = Files.createDirectories(folder.resolve("atlas-" + run));
            own = Math.min(own, timed("import of BACI, run " + run, () -> taken(atlas, file, pack)));
        }
        timed("DuckDB read_csv, sorted into Parquet", () -> sorted(file, folder.resolve("sorted.parquet")));
        OUT.println(String.format(
                Locale.ROOT,
                "| BACI, %,d lines, %d MB: ratio to read_csv | %.2f | | | goal 10 s at 11 M lines, 3 times |",
                written,
                Files.size(file) >> 20,
                own / peer));
    }

    private static String read(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE trade AS FROM read_csv('" + file + "')");
            return "types found by itself, in memory";
        }
    }

    /// What a user would write to get a file that answers for one code.
    private static String sorted(Path file, Path into) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (FROM read_csv('" + file + "') ORDER BY k, i, j) TO '" + into + "' (FORMAT parquet)");
            return "no rule checked; not in the ratio";
        }
    }

    private static String taken(Path atlas, Path file, Pack pack) throws IOException {
        ImportStore store = new ImportStore(atlas);
        ImportRequest request = new ImportRequest(file, ImportFormat.BACI, "", "", false);
        try (ImportResult result = new Importer(store, Lexicon.of(pack)).read(request)) {
            if (!result.isAcceptable()) {
                throw new IllegalStateException("Lines were refused: " + result.rejects());
            }
            store.keep(result);
            return "%,d lines taken, sorted and kept".formatted(result.counts().accepted());
        }
    }

    private static void publish(int figures, Path folder) throws IOException, SQLException {
        Pack pack = MadeFigures.pack(folder.resolve("pack"), figures, SEED);
        Files.writeString(folder.resolve("id"), MadeFigures.someId());
        timed("publish an atlas of %,d figures".formatted(figures), () -> {
            new AtlasPublisher(folder.resolve("atlas"), "bench", step -> {}).publish(pack);
            return "goal: none";
        });
    }

    /// One figure of the version in force, as `show figure` finds it, in a process that did nothing before.
    private static void figure(Path folder) throws IOException, SQLException {
        timed("cold open and one figure", () -> {
            Atlas atlas = Atlas.open(folder.resolve("atlas"));
            Provenance found =
                    atlas.provenance(Files.readString(folder.resolve("id"))).orElseThrow();
            return "goal 1 s; " + found.statement().figure().locator();
        });
        row("since the process began", uptime(), cpuSeconds(), "goal 1 s");
    }

    private static double uptime() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    }

    private static void balance() throws IOException, SQLException {
        BalanceProblem problem = MadeBalance.of(170, 20, SEED);
        timed("balance of %,d variables".formatted(problem.size()), () -> {
            BalanceResult result = Balancer.solve(problem);
            return "goal 10 s, 1 GB; %d rows".formatted(result.residuals().size());
        });
    }

    private static void scores() throws IOException, SQLException {
        GeoPolRiskGrid.Size size = new GeoPolRiskGrid.Size(46, 38, 5, 213);
        SplittableRandom random = new SplittableRandom(SEED);
        int cells = size.materials() * size.importers() * size.years();
        double[] imports =
                random.doubles((long) cells * size.partners(), 0, 1000).toArray();
        double[] production = random.doubles(cells, 0, 1000).toArray();
        double[] hhi =
                random.doubles((long) size.materials() * size.years(), 0.1, 1).toArray();
        double[] risk = random.doubles((long) size.years() * size.partners()).toArray();
        timed("GeoPolRisk, 46 materials x 38 places x 5 years", () -> {
            double[] scores = GeoPolRiskGrid.scores(size, imports, production, hhi, risk);
            return "goal 2 s; %,d scores, cold".formatted(scores.length);
        });
    }

    private static void traced() throws IOException, SQLException {
        SupplyNetwork network = MadeNetwork.of(200, 30, SEED);
        for (int run = 1; run <= 3; run++) {
            timed("every supplier traced on 200 x 30, run " + run, () -> {
                Dependence.of(network);
                return "goal 1 s; %,d nodes, %,d flows"
                        .formatted(network.nodes().size(), network.arcs().size());
            });
        }
    }

    /// Every measure of the magnet chain of the embedded pack for two importers.
    private static void answers() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("monazite-bench");
        new AtlasPublisher(folder, "bench", step -> {}).publish(Pack.embedded());
        SupplyNetwork network = Atlas.open(folder).network("magnets");
        for (int run = 1; run <= 3; run++) {
            timed("all measures of the magnet chain, Japan and USA, run " + run, () -> {
                int rows = 0;
                for (String place : List.of("JPN", "USA")) {
                    List<StageExposure> found =
                            Exposure.of(network).by(org.monazite.exposure.Importer.place(place), "CHN");
                    rows += found.size();
                    Exposure.of(network).weakestLinks(org.monazite.exposure.Importer.place(place));
                }
                return "goal 0.2 s; " + rows + " rows, weakest links included";
            });
        }
    }
}
