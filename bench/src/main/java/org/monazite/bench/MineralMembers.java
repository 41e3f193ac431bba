package org.monazite.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.monazite.shock.Ensemble;
import org.monazite.shock.EnsembleRunner;
import org.monazite.shock.EnsembleSettings;

/// Members of an ensemble of three years on the chain of [MineralDays]: processor time of a day of a member, all
/// included, beside the clock. Prints one line of a table per round; the first rounds warm the compiler up.
public final class MineralMembers {

    private static final int WEEKS = 156;
    private static final int DAYS = 7 * WEEKS;
    private static final double MICROS = 1e3; // nanoseconds
    private static final double SECONDS = 1e9;

    private MineralMembers() {}

    /// Arguments: members, threads, rounds.
    public static void main(String[] args) {
        int members = args.length > 0 ? Integer.parseInt(args[0]) : 240;
        int threads = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println("| members of 3 years | threads | s | us CPU a day of a member | largest median missing |");
        System.out.println("|---|---|---|---|---|");
        for (int round = 0; round < rounds; round++) {
            long cpu = machine.getProcessCpuTime();
            long clock = System.nanoTime();
            EnsembleSettings settings = new EnsembleSettings(WEEKS, members, 1, threads);
            Ensemble ensemble = new EnsembleRunner(settings, _ -> {}).run(MineralDays.chain(), MineralDays.ban());
            double seconds = (System.nanoTime() - clock) / SECONDS;
            double day = (machine.getProcessCpuTime() - cpu) / MICROS / DAYS / members;
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %d | %.2f | %.2f | %.4f |%n",
                    members,
                    threads,
                    seconds,
                    day,
                    ensemble.lines().stream()
                            .mapToDouble(line -> line.worst().p50())
                            .max()
                            .orElse(0));
        }
    }
}
