package org.monazite.shock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.monazite.supply.UseClass;

/// How a short supplier of the second engine divides, by sorted lists.
final class TwinRationing {

    private TwinRationing() {}

    /// A customer of a supplier, be it a maker or final demand.
    static final class Customer {
        final double want;
        final double normal;
        final int rank;
        final boolean maker;
        double got;

        Customer(double want, double normal, int rank, boolean maker) {
            this.want = want;
            this.normal = normal;
            this.rank = rank;
            this.maker = maker;
        }
    }

    static void serve(Assumptions p, List<Customer> customers, double have) {
        double wanted = customers.stream().mapToDouble(c -> c.want).sum();
        if (wanted <= have) {
            customers.forEach(c -> c.got = c.want);
            return;
        }
        switch (p.rationing()) {
            case PROPORTIONAL -> customers.forEach(c -> c.got = c.want * have / wanted);
            case FINAL_LAST -> {
                double orders = customers.stream()
                        .filter(c -> c.maker)
                        .mapToDouble(c -> c.want)
                        .sum();
                double others = wanted - orders;
                customers.forEach(c -> c.got = c.maker
                        ? c.want * Math.min(1, have / orders)
                        : c.want * Math.clamp((have - orders) / others, 0, 1));
            }
            case PRIORITY_PROPORTIONAL, PRIORITY_WATERFILL -> byRank(p, customers, have);
        }
    }

    private static void byRank(Assumptions p, List<Customer> customers, double have) {
        for (Customer c : customers) {
            double promise = p.guarantees().getOrDefault(UseClass.values()[c.rank], 0.0);
            c.got = promise * Math.min(c.want, c.normal);
        }
        double promised = customers.stream().mapToDouble(c -> c.got).sum();
        if (promised > have) {
            customers.forEach(c -> c.got *= have / promised);
            return;
        }
        double rest = have - promised;
        for (int rank = 0; rank < 4; rank++) {
            int r = rank;
            List<Customer> same = customers.stream()
                    .filter(c -> c.rank == r && c.want > c.got)
                    .toList();
            double wanted = same.stream().mapToDouble(c -> c.want - c.got).sum();
            if (wanted <= rest) {
                same.forEach(c -> c.got = c.want);
                rest -= wanted;
                continue;
            }
            if (p.rationing() == RationingRule.PRIORITY_PROPORTIONAL) {
                double part = rest / wanted;
                same.forEach(c -> c.got += (c.want - c.got) * part);
            } else {
                fill(same, rest);
            }
            return;
        }
    }

    /// Raises the level step by step: everyone gets the same part of the normal flow until content.
    private static void fill(List<Customer> customers, double have) {
        List<Customer> open = new ArrayList<>(customers);
        open.removeIf(c -> c.normal == 0); // without a normal flow nobody has a claim
        open.sort(Comparator.comparingDouble(c -> (c.want - c.got) / c.normal));
        double rest = have;
        while (!open.isEmpty()) {
            double weight = open.stream().mapToDouble(c -> c.normal).sum();
            Customer first = open.removeFirst();
            double level = Math.min((first.want - first.got) / first.normal, rest / weight);
            double step = level * first.normal;
            first.got += step;
            rest -= step;
        }
    }
}
