package org.monazite.plan.check;

import java.util.List;
import org.monazite.plan.BudgetLine;
import org.monazite.plan.Decision;
import org.monazite.plan.Funding;
import org.monazite.plan.Instrument;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Offtake;
import org.monazite.plan.world.World;

/// What is put up by year and instrument: as much as is spent in each year, by instruments that may pay for it and up
/// to their parts, within each line of the budgets.
final class SpendingCheck {

    private final World world;
    private final Choice choice;
    private final StartCheck starts;
    private final Ledger ledger;
    private final Funding funding;
    private final int first;

    SpendingCheck(World world, Choice choice, StartCheck starts, Ledger ledger) {
        this.world = world;
        this.choice = choice;
        this.starts = starts;
        this.ledger = ledger;
        this.funding = world.spec().rules().funding();
        this.first = world.spec().asOfYear() + 1;
    }

    void check() {
        boolean decided = !funding.lines().isEmpty();
        if (choice.spent().length != (decided ? world.partners().size() : 0)) {
            ledger.equal("payments by year where they are a decision, and only there", 1, 0);
        }
        for (int c = 0; c < world.candidates().size() && decided; c++) {
            candidate(c);
        }
        for (BudgetLine line : decided ? funding.lines() : List.<BudgetLine>of()) {
            int partner = world.partners().indexOf(line.partner());
            if (partner >= 0) {
                ledger.atMost("budget line of " + line, used(line, partner), line.usd() / World.USD);
            }
        }
    }

    private void candidate(int c) {
        Candidate candidate = world.candidates().get(c);
        double[] byYear = new double[world.spec().lastYear() - first + 1];
        double[] byInstrument = new double[Instrument.values().length];
        double all = 0;
        for (int i = 0; i < world.partners().size(); i++) {
            double own = 0;
            for (Instrument instrument : Instrument.values()) {
                for (int t = 0; t < byYear.length; t++) {
                    double paid = choice.spent()[i][instrument.ordinal()][c][t];
                    String what = "%s %s in %d for %s"
                            .formatted(world.partners().get(i), instrument.id(), first + t, candidate.id());
                    ledger.atMost(() -> what + " not negative", -paid, 0);
                    if (!mayPay(instrument, candidate.kind())) {
                        ledger.equal(() -> what + " cannot be", paid, 0);
                    }
                    byYear[t] += paid;
                    byInstrument[instrument.ordinal()] += paid;
                    own += paid;
                }
            }
            ledger.equal(world.partners().get(i) + " pays for " + candidate.id(), own, choice.paid()[i][c]);
            all += own;
        }
        for (int t = 0; t < byYear.length; t++) {
            ledger.equal("spent on " + candidate.id() + " in " + (first + t), byYear[t], due(c, first + t));
        }
        boolean several = mayPay(Instrument.LOAN, candidate.kind());
        for (Instrument instrument : Instrument.values()) {
            double most = several ? funding.most().getOrDefault(instrument, 1.0) : 1;
            ledger.atMost(instrument.id() + " for " + candidate.id(), byInstrument[instrument.ordinal()], most * all);
        }
    }

    private static boolean mayPay(Instrument instrument, Decision.Kind kind) {
        return switch (kind) {
            case PROJECT, MODULE, RECYCLING ->
                instrument == Instrument.GRANT || instrument == Instrument.EQUITY || instrument == Instrument.LOAN;
            case SUBSTITUTION -> instrument == Instrument.GRANT;
            case STOCKPILE -> instrument == Instrument.PURCHASE;
            case OFFTAKE -> instrument == Instrument.FLOOR;
        };
    }

    /// Money for a candidate that falls due in a year, M USD: an equal part in each year of building that is left
    /// before the first output.
    private double due(int c, int year) {
        Candidate candidate = world.candidates().get(c);
        double due = 0;
        for (int k = 0; k < choice.started()[c].length; k++) {
            int began = starts.firstYear(candidate) + k;
            int last = candidate.kind() == Decision.Kind.STOCKPILE ? began : Math.max(first, began - 1);
            int from = candidate.kind() == Decision.Kind.STOCKPILE ? began : Math.max(first, began - candidate.build());
            if (year >= from && year <= last) {
                due += choice.started()[c][k] * candidate.cash() / (last - from + 1);
            }
        }
        return due;
    }

    private double used(BudgetLine line, int partner) {
        double used = 0;
        for (Instrument instrument : Instrument.values()) {
            for (double[] candidate : choice.spent()[partner][instrument.ordinal()]) {
                for (int t = 0; t < candidate.length; t++) {
                    used += line.limits(instrument, first + t) ? candidate[t] : 0;
                }
            }
        }
        for (int o = 0; o < world.offtakes().size(); o++) {
            Offtake offtake = world.offtakes().get(o);
            for (int year = world.spec().targetYear(); year <= world.spec().lastYear(); year++) {
                boolean counts = offtake.partner().equals(line.partner()) && line.limits(Instrument.FLOOR, year);
                used += counts ? choice.contracts()[o] * offtake.premium() : 0;
            }
        }
        return used;
    }
}
