package org.monazite.shock.ario;

import java.util.List;

/// Plays a table by the rules of ARIO in the order of BoARIO 0.6.3 (commit ecd475f). Formulas:
/// docs/methods.md, shock.
public final class Ario {

    private final MrioTable table;
    private final ArioRules rules;

    private Ario(MrioTable table, ArioRules rules) {
        this.table = table;
        this.rules = rules;
    }

    /// A simulation of a table under some rules.
    public static Ario of(MrioTable table, ArioRules rules) {
        return new Ario(table, rules);
    }

    /// A run that is about to begin. Any number of threads gives the same bits.
    ///
    /// @param threads 1 or more
    /// @throws IllegalArgumentException if an event names no industry of the table
    public ArioRun start(List<ArioEvent> events, int threads) {
        for (ArioEvent event : events) {
            for (int industry : event.shareByIndustry().keySet()) {
                if (industry < 0 || industry >= table.size()) {
                    throw new IllegalArgumentException(
                            "An event names industry %d; there are %d.".formatted(industry, table.size()));
                }
            }
        }
        return new ArioRun(table, new ArioState(table, rules, events), threads);
    }
}
