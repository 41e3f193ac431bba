package org.monazite.plan.equations;

import java.util.Locale;
import org.monazite.plan.Instrument;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.world.Arc;
import org.monazite.plan.world.World;

/// Rows of a model as people read them: names for columns, numbers with their units, then the same with a
/// solution put in. Goods in kt over the whole episode, money in M USD.
final class RowText {

    private final World world;
    private final Model model;

    RowText(World world, Model model) {
        this.world = world;
        this.model = model;
    }

    /// `made JPN/ndfeb.magnet - 2.2 mag.module@JPN <= 35.1`
    String row(int row) {
        StringBuilder text = new StringBuilder();
        for (int term = 0; term < model.terms(row); term++) {
            double coefficient = model.coefficient(row, term);
            text.append(term == 0 ? (coefficient < 0 ? "- " : "") : coefficient < 0 ? " - " : " + ");
            if (Math.abs(coefficient) != 1) {
                text.append(number(Math.abs(coefficient))).append(" x ");
            }
            text.append('[').append(column(model.column(row, term))).append(']');
        }
        return text + sides(row);
    }

    /// The same with the values of a solution, terms that are nothing left out.
    String solved(int row, Solution solution) {
        StringBuilder text = new StringBuilder();
        double sum = 0;
        for (int term = 0; term < model.terms(row); term++) {
            double value = model.coefficient(row, term) * solution.value(model.column(row, term));
            sum += value;
            if (Math.abs(value) >= 5e-7) {
                text.append(text.isEmpty() ? (value < 0 ? "- " : "") : value < 0 ? " - " : " + ");
                text.append(number(Math.abs(value)));
            }
        }
        boolean several = text.indexOf(" ") > 0;
        return (text.isEmpty() ? "0" : text) + (several ? " = " + number(sum) : "") + sides(row);
    }

    /// `[made JPN/ndpr.metal] <= 5.05`
    String most(int column) {
        return "[" + column(column) + "] <= " + number(model.high(column));
    }

    /// The same with the value of a solution.
    String solvedMost(int column, Solution solution) {
        return number(solution.value(column)) + " <= " + number(model.high(column));
    }

    private String sides(int row) {
        double low = model.rowLow(row);
        double high = model.rowHigh(row);
        if (low == high) {
            return " = " + number(low);
        }
        return Double.isFinite(high) ? " <= " + number(high) : " >= " + number(low);
    }

    /// Up to six digits that say something.
    private static String number(double value) {
        if (Math.abs(value) < 5e-10) {
            return "0";
        }
        String text = String.format(Locale.ROOT, "%.6g", value);
        return text.contains(".") && !text.contains("e")
                ? text.replaceAll("0+$", "").replaceAll("\\.$", "")
                : text;
    }

    private String column(int column) {
        return column((Key) model.columnKey(column));
    }

    /// A column outside its rows.
    String columnName(Object any) {
        return any instanceof Key key ? "[" + column(key) + "]" + when(key) : String.valueOf(any);
    }

    /// A row by its family and what the family says.
    static String rowName(Object any) {
        if (!(any instanceof Key key)) {
            return String.valueOf(any); // rows that other questions add
        }
        String says = Formula.find(key.family())
                .map(formula -> " " + formula.number() + ", " + formula.english())
                .orElse("");
        return "'%s' %d/%d%s%s".formatted(key.family(), key.a(), key.b(), when(key), says);
    }

    private static String when(Key key) {
        return key.episode() < 0 ? "" : " of episode " + key.episode();
    }

    private String column(Key key) {
        String family = key.kind();
        return switch (family) {
            case "made", "intended", "saved" -> family + " " + node(key.a());
            case "flow" -> flow(world.chain().arcs().get(key.a()));
            case "drawn" -> "own stock of " + cell(key.a());
            case "released" -> "strategic stock for " + cell(key.a());
            case "delivered" ->
                "delivered under " + world.offtakes().get(key.a()).id();
            case "contract" -> "t/yr of " + world.offtakes().get(key.a()).id();
            case "modules" -> "modules of " + world.candidates().get(key.a()).id();
            case "separated" ->
                "separated from " + world.feeds().get(key.a()).id() + ", draw "
                        + key.family().replaceAll("\\D", "");
            case "pays" ->
                world.partners().get(key.a()) + " pays for "
                        + world.candidates().get(key.b()).id();
            case "started" ->
                "started " + key.b() + " of " + world.candidates().get(key.a()).id();
            case "puts" -> puts(key);
            case "excess" -> "excess of " + world.partners().get(key.b());
            case "eta" -> "threshold of the worst years, bn USD";
            case "beyond" -> "loss beyond the threshold, bn USD";
            case "tail-missed" -> "mean of the worst years above its limit";
            case "worse" ->
                "loss beyond that without a plan of " + world.partners().get(key.a());
            case "made-at" -> "level " + level(key) + ", made " + node(key.a());
            case "flow-at" ->
                "level " + level(key) + ", " + flow(world.chain().arcs().get(key.a()));
            case "level" -> "level " + level(key) + " declared by " + node(key.a());
            case "traced" -> "traced share above its cap, " + world.partners().get(key.a()) + ", product " + key.b();
            case "direct" -> "shortfall of " + world.partners().get(key.a()) + ", product " + key.b();
            case "missing" ->
                "missing at " + node(world.chain().sales().get(key.a()).node());
            default -> key.family();
        };
    }

    private String puts(Key key) {
        int which = Integer.parseInt(key.family().replaceAll("\\D", ""));
        int instruments = Instrument.values().length;
        return "%s in %d for %s, as %s"
                .formatted(
                        world.partners().get(which / instruments),
                        key.b(),
                        world.candidates().get(key.a()).id(),
                        Instrument.values()[which % instruments].id());
    }

    /// The number of a level that works declare, from 1.
    private static int level(Key key) {
        return 1 + Integer.parseInt(key.family().replaceAll("\\D", ""));
    }

    private String flow(Arc arc) {
        return world.chain().supplier(arc).key() + " -> "
                + world.chain().buyer(arc).key();
    }

    private String cell(int cell) {
        return world.chain().cells().get(cell).product() + " at "
                + node(world.chain().cells().get(cell).node());
    }

    private String node(int node) {
        return world.chain().nodes().get(node).key();
    }
}
