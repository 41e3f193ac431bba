package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.List;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// Imported trade beside what a chain says of a flow: how far each may be off, and whether both can be meant.
final class TradeBeside {

    /// A flow that the chain does not know is opened only under codes of which at least this part is the product.
    static final double PURE = 0.8;

    private static final double SMALL = 0.01; // of what the place that ships makes
    private static final double SAME = 0.005;

    /// An estimate of ours without a document yields to trade whose relative standard deviation is below this.
    private static final double KNOWN = 0.5;

    private final ChainDraft draft;
    private final Facts facts;
    private final ImportLog log;

    TradeBeside(ChainDraft draft, Facts facts, ImportLog log) {
        this.draft = draft;
        this.facts = facts;
        this.log = log;
    }

    /// The smallest flow that is opened, t.
    static double least(double made) {
        return Math.max(1, SMALL * made);
    }

    /// A tally with its standard deviation while it is compared.
    private static final class Said {
        private final TradeTally tally;
        private final double tonnes;
        private final List<SdReason> why = new ArrayList<>();
        private double own; // t
        private double common; // t

        /// @param at what relative deviations are taken of, t
        private Said(TradeTally tally, double at) {
            this.tally = tally;
            this.tonnes = tally.tonnes();
            double code = tally.shareSd() + tally.contentSd();
            this.common = Math.sqrt(Deviations.CORRELATION) * code * tonnes;
            this.own =
                    Math.sqrt(tally.weightSd() * at * tally.weightSd() * at + code * at * code * at - common * common);
            reason(tally.isReconciled() ? SdReason.Kind.RECONCILED : SdReason.Kind.DEFAULT, tally.weightSd());
            reason(SdReason.Kind.SHARE, tally.shareSd());
            reason(SdReason.Kind.CONTENT, tally.contentSd());
            if (at > tonnes) {
                reason(SdReason.Kind.LARGER, at);
            }
        }

        private void reason(SdReason.Kind kind, double amount) {
            if (amount > 0) {
                why.add(new SdReason(kind, amount));
            }
        }

        private double sd() {
            return Math.hypot(own, common);
        }

        private Grounded.Traded traded(Facts facts) {
            return new Grounded.Traded(
                    tally.name(),
                    tonnes,
                    sd(),
                    common,
                    tally.group(),
                    tally.citations(facts.imported().imports()),
                    why);
        }
    }

    /// Two counts of one flow are together at least as uncertain as half of what the sides differ by.
    private static void widenByGap(List<Said> said, double gap) {
        double together = Pooled.together(said.stream().map(Said::sd).toList());
        if (gap / 2 > together) {
            double factor = gap / 2 / together;
            said.forEach(each -> {
                each.own = Math.sqrt(each.sd() * each.sd() * factor * factor - each.common * each.common);
                each.reason(SdReason.Kind.MIRROR, gap / 2);
            });
        }
    }

    /// Puts imported trade beside the figure of a flow that the chain knows.
    ///
    /// @param gap what exporter and importer differ by, t
    void known(ChainDraft.Flow flow, List<TradeTally> tallies, double gap) {
        Grounded figure = flow.figure();
        double chain = figure.value();
        double floor = Math.max(1, SAME * chain);
        double chainSd = Math.max(figure.sd(), floor) / chain;
        double allowed = figure.flag() == Flag.UNVERIFIED ? Math.max(chainSd, Plausible.UNVERIFIED) : chainSd;
        List<Said> said = new ArrayList<>();
        for (TradeTally tally : tallies) {
            Said each = new Said(tally, Math.max(tally.tonnes(), chain));
            double relative = Math.max(each.sd(), floor) / Math.max(tally.tonnes(), chain);
            if (!tally.isWhole() && tally.tonnes() <= chain) {
                leave(ImportUnused.Why.PART, flow.product(), tally);
            } else if (isSame(figure, tally)) {
                leave(ImportUnused.Why.SAME, flow.product(), tally);
            } else if (Plausible.isGross(tally.tonnes(), relative, figure.range(), allowed)) {
                log(flow, each, chain, Plausible.z(tally.tonnes(), relative, chain, allowed), true);
            } else if (isReworked(figure, tally)) {
                leave(ImportUnused.Why.SAME, flow.product(), tally);
            } else {
                said.add(each);
            }
        }
        if (said.isEmpty()) {
            return;
        }
        widenByGap(said, gap);
        List<SdReason> why = new ArrayList<>(figure.why());
        double sd = figure.sd();
        double relative = Pooled.together(said.stream().map(Said::sd).toList()) / Math.max(mean(said), chain);
        if (figure.flag() == Flag.UNVERIFIED && relative < KNOWN) {
            double apart = Math.abs(mean(said) - chain);
            if (apart > sd) {
                sd = apart;
                why.add(new SdReason(SdReason.Kind.YIELDS, apart));
            }
        } else {
            sd *= birge(chain, sd, said, why);
        }
        for (Said each : said) {
            log(
                    flow,
                    each,
                    chain,
                    Plausible.z(each.tonnes, each.sd() / Math.max(each.tonnes, chain), chain, allowed),
                    false);
        }
        draft.restate(with(flow, figure.beside(sd, why, traded(said))));
    }

    /// Raw customs figures that the pack repeats are one count, not two.
    private boolean isSame(Grounded figure, TradeTally tally) {
        boolean equal = Math.abs(tally.tonnes() - figure.value()) <= SAME * figure.value();
        return equal
                && !tally.isReconciled()
                && figure.citations().stream().anyMatch(citation -> facts.isCustomsCount(citation.figureId()));
    }

    /// What the pack made of the same reconciled trade, with its values and prices beside, says more of a product than
    /// the part that a whole code is; both together would count one record twice.
    private boolean isReworked(Grounded figure, TradeTally tally) {
        return tally.isReconciled()
                && figure.citations().stream().anyMatch(citation -> facts.isReconciledTrade(citation.sourceId()));
    }

    private static double mean(List<Said> said) {
        double weight = 0;
        double sum = 0;
        for (Said each : said) {
            weight += 1 / (each.sd() * each.sd());
            sum += each.tonnes / (each.sd() * each.sd());
        }
        return sum / weight;
    }

    /// Widens all by the Birge ratio; returns the factor.
    private static double birge(double chain, double sd, List<Said> said, List<SdReason> why) {
        List<Double> values = new ArrayList<>(List.of(chain));
        List<Double> sds = new ArrayList<>(List.of(sd));
        said.forEach(each -> {
            values.add(each.tonnes);
            sds.add(each.sd());
        });
        double factor = StrictMath.sqrt(Pooled.birge(values, sds));
        if (factor > 1) {
            why.add(new SdReason(SdReason.Kind.BIRGE, factor));
            said.forEach(each -> {
                each.own *= factor;
                each.common *= factor;
                each.reason(SdReason.Kind.BIRGE, factor);
            });
        }
        return factor;
    }

    /// Adds a flow that the chain does not know.
    void open(String from, String to, String product, List<TradeTally> tallies, double gap) {
        double made = draft.makersAt(from, product).stream()
                .mapToDouble(ChainDraft.Maker::guess)
                .sum();
        boolean controlled = draft.flows().stream()
                .anyMatch(flow -> flow.from().equals(from) && flow.product().equals(product) && flow.controlled());
        List<Said> said = new ArrayList<>();
        Flag flag = Flag.NONE;
        for (TradeTally tally : tallies) {
            Said each = new Said(tally, tally.tonnes());
            double relative = each.sd() / tally.tonnes();
            boolean tooMuch =
                    tally.tonnes() > made && Plausible.isGross(tally.tonnes(), relative, Range.exactly(made), relative);
            if (tooMuch) {
                double z = Plausible.z(tally.tonnes(), relative, made, relative);
                log("flow %s %s>%s".formatted(product, from, to), each, made, z, true);
            } else {
                said.add(each);
                flag = flag.and(tally.flag());
            }
        }
        if (said.isEmpty()) {
            return;
        }
        widenByGap(said, gap);
        ChainDraft.Flow flow = new ChainDraft.Flow(from, to, product, Grounded.traded(flag, traded(said)), controlled);
        said.forEach(each -> log(flow, each, Double.NaN, 0, false));
        draft.flow(flow);
    }

    private List<Grounded.Traded> traded(List<Said> said) {
        return said.stream().map(each -> each.traded(facts)).toList();
    }

    private static ChainDraft.Flow with(ChainDraft.Flow flow, Grounded figure) {
        return new ChainDraft.Flow(flow.from(), flow.to(), flow.product(), figure, flow.controlled());
    }

    private void log(ChainDraft.Flow flow, Said said, double chain, double z, boolean suspect) {
        log("flow %s %s>%s".formatted(flow.product(), flow.from(), flow.to()), said, chain, z, suspect);
    }

    private void log(String quantity, Said said, double chain, double z, boolean suspect) {
        log.use(new ImportUse(
                "%s (%s)".formatted(quantity, said.tally.name()),
                said.tally.parts(),
                said.tonnes,
                said.sd(),
                chain,
                z,
                suspect));
    }

    private void leave(ImportUnused.Why why, String product, TradeTally tally) {
        tally.lines().forEach(line -> log.leave(why, product, line.flow()));
    }
}
