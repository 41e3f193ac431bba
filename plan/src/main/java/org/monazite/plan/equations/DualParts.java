package org.monazite.plan.equations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.monazite.plan.equations.DualPart.Kind;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.RightSides;
import org.monazite.plan.lp.Solution;

/// The money of a plan - cost of the decisions and expected value at risk - taken apart by whose right-hand
/// sides the prices pay for: `money = sum of parts` (Owen 1975, with what belongs to nobody apart).
///
/// @param parts of partners in their order, those of nobody last, each kind once
/// @param rest of strong duality that rounding of the solver leaves, part of the objective
public record DualParts(List<DualPart> parts, double rest) {

    /// Copies the list.
    public DualParts {
        parts = List.copyOf(parts);
    }

    /// @param rows held rows of the plan, whole modules fixed
    /// @param solved their solution, with duals
    static DualParts of(Around around, Owners owners, int partners, Model rows, Solution solved) {
        RightSides sides = RightSides.of(rows, solved);
        double[][] sums = new double[partners + 1][Kind.values().length];
        for (int row = 0; row < rows.rows(); row++) {
            if (sides.row(row) != 0) {
                add(sums, owners.ofRow((Key) rows.rowKey(row)), sides.row(row));
            }
        }
        for (int column = 0; column < rows.columns(); column++) {
            if (sides.column(column) != 0) {
                add(sums, owners.ofColumn((Key) rows.columnKey(column)), sides.column(column));
            }
        }
        around.offsets((place, value) -> add(sums, owners.users(place), value));
        add(sums, new Owners.Owner(-1, Kind.PATTERN), around.money(solved) - solved.objective() + sides.rest());
        List<DualPart> parts = new ArrayList<>();
        for (int i = 0; i <= partners; i++) {
            for (Kind kind : Kind.values()) {
                parts.add(new DualPart(i < partners ? i : -1, kind, sums[i][kind.ordinal()]));
            }
        }
        return new DualParts(
                Collections.unmodifiableList(parts),
                Math.abs(sides.rest()) / Math.max(1, Math.abs(solved.objective())));
    }

    private static void add(double[][] sums, Owners.Owner owner, double value) {
        int at = owner.partner() >= 0 ? owner.partner() : sums.length - 1;
        sums[at][owner.kind().ordinal()] += value;
    }

    /// What the prices pay for a kind of a partner's right-hand sides; -1 for those of nobody.
    public double sum(int partner, Kind kind) {
        return parts.stream()
                .filter(part -> part.partner() == partner && part.kind() == kind)
                .mapToDouble(DualPart::value)
                .sum();
    }

    /// What the prices pay for all of a partner's right-hand sides; -1 for those of nobody.
    public double sum(int partner) {
        double sum = 0;
        for (Kind kind : Kind.values()) {
            sum += sum(partner, kind);
        }
        return sum;
    }
}
