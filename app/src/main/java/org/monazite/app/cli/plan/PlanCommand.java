package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.monazite.app.SecureRequest;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Group;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.KeepsTime;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.cli.shock.Grounds;
import org.monazite.app.cli.shock.Played;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.trail.TrailKeys;
import org.monazite.app.workspace.BudgetLines;
import org.monazite.plan.Deadline;
import org.monazite.plan.Frontier;
import org.monazite.plan.PlanResult;
import org.monazite.plan.PlanRules;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Planner;
import org.monazite.plan.Refusal;
import org.monazite.plan.StockRules;
import org.monazite.plan.lp.SolverException;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.lshaped.Decomposing;
import org.monazite.supply.Flag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What frees us, for how much?
@Command(
        name = "plan",
        subcommands = {
            PlanCommand.Solve.class,
            PlanCommand.FrontierOf.class,
            PlanTimeline.class,
            PlanWhy.class,
            PlanShare.class,
            PlanAlternatives.class,
            PlanWorth.class,
            PlanValue.class,
            PlanSlippage.class,
            PlanRelax.class,
            PlanEquation.class,
            PlanNew.class,
            PlanList.class
        })
public final class PlanCommand extends Group {

    /// How the model that chooses a plan is solved.
    enum How {
        auto(Decomposing.Method.AUTO),
        extensive(Decomposing.Method.EXTENSIVE),
        decomposed(Decomposing.Method.DECOMPOSED);

        private final Decomposing.Method method;

        How(Decomposing.Method method) {
            this.method = method;
        }
    }

    /// Who may stop at once.
    enum Adversary {
        single,
        pairs
    }

    /// What a frontier runs over.
    enum By {
        budget,
        year,
        weight
    }

    /// What may happen besides bans.
    enum Other {
        licence,
        outage,
        lane
    }

    /// A plan's question with what the command line changes of it: budget, limit of time, decided works
    /// late.
    @Command
    abstract static class OfChain extends Task implements KeepsTime {

        @Option(names = "--budget", paramLabel = "USD", descriptionKey = "opt.budget")
        private @Nullable Double budget;

        @Option(names = "--budget-line", paramLabel = "LINE", descriptionKey = "opt.budget.line")
        private List<String> budgetLines = List.of();

        @Option(names = "--chain", paramLabel = "CHAIN", descriptionKey = "opt.chain", defaultValue = "magnets")
        private String chain = "magnets";

        @Option(names = "--late", paramLabel = "YEARS", descriptionKey = "opt.late")
        private int late;

        @Option(names = "--sound", descriptionKey = "opt.sound")
        private boolean sound;

        @Option(names = "--adversary", paramLabel = "WHO", descriptionKey = "opt.adversary", defaultValue = "single")
        private Adversary adversary = Adversary.single;

        @Option(names = "--episodes", paramLabel = "KINDS", descriptionKey = "opt.episodes", split = ",")
        private List<Other> episodes = List.of();

        @Option(names = "--chance", paramLabel = "P", descriptionKey = "opt.chance")
        private double chance = Double.NaN;

        @Mixin
        private PlanRisk.Options risk = new PlanRisk.Options();

        @Option(names = "--without", paramLabel = "IDS", descriptionKey = "opt.without", split = ",")
        private List<String> without = List.of();

        @Option(names = "--announced", descriptionKey = "opt.announced")
        private boolean announced;

        @Option(names = "--published-needs", descriptionKey = "opt.needs")
        private boolean publishedNeeds;

        @Option(names = "--release", paramLabel = "PART", descriptionKey = "opt.release")
        private double release = Double.NaN;

        @Option(names = "--opens", paramLabel = "PLACES", descriptionKey = "opt.opens", split = ",")
        private List<String> opens = List.of();

        private @Nullable Deadline deadline;
        private String asked = "";

        /// An answer of the planner; a question it refuses is an error of its input, at its place where a file says
        /// it.
        final <A> A refused(Supplier<A> answer) throws IOException {
            try {
                return answer.get();
            } catch (Refusal e) {
                String where = e.about().isEmpty() || asked.isEmpty()
                        ? ""
                        : session()
                                .workbench()
                                .findInPlan(asked, e.about(), e.values().getFirst())
                                .map(place -> place + ": ")
                                .orElse("");
                List<Object> values = new ArrayList<>();
                values.add(where);
                values.addAll(texts().isJapanese() ? e.valuesJa() : e.values());
                Problem problem = Problem.of(ExitCode.INPUT, "refusal." + e.key(), values.toArray());
                problem.initCause(e);
                throw problem;
            } catch (IllegalArgumentException e) {
                Problem problem = Problem.of(ExitCode.INPUT, "problem.plan", Problem.phrase(e.getMessage()));
                problem.initCause(e);
                throw problem;
            } catch (SolverException e) {
                String what = String.valueOf(e.getMessage()).split("\\nMaybe ", 2)[0];
                Problem problem = Problem.of(ExitCode.INPUT, "problem.plan.numbers", Problem.phrase(what));
                problem.initCause(e);
                throw problem;
            }
        }

        /// Numbers of the answer, with the mark of the weakest figure of the chain.
        final Played played() throws IOException {
            return new Played(session(), chain);
        }

        final String chain() {
            return chain;
        }

        final TrailKeys keys() {
            return TrailKeys.of(chain);
        }

        /// A planner for the chain of the command line, decided works late as it says.
        final Planner planner(Workbench workbench, PlanSpec spec) throws IOException {
            if (late < 0 || late > 20) {
                throw Problem.of(ExitCode.USAGE, "problem.option.range", "--late", late, "0", "20");
            }
            Planner planner = workbench.planner(chain, session().threads()).within(deadline());
            Planner changed = refused(() -> planner.without(without).late(late, spec.asOfYear()));
            return publishedNeeds ? refused(() -> changed.withPublishedNeeds(spec)) : changed;
        }

        /// The limit of time of the whole command.
        final Deadline deadline() {
            if (deadline == null) {
                deadline = session().left().isPresent()
                        ? Deadline.in(session().left().getAsDouble())
                        : Deadline.never();
            }
            return deadline;
        }

        /// The answer as it is, or as what the time allowed: then it says what was left out.
        final Report within(Report report, ExitCode code) throws IOException {
            closed(report, chain);
            if (!deadline().isHit()) {
                return report.ends(code);
            }
            List<String> parts = deadline().leftOut();
            report.json().put("limitReached", true);
            report.json().set("notComputed", Json.strings(parts));
            report.line(
                    parts.isEmpty()
                            ? text("plan.limit")
                            : text(
                                    "plan.limit.parts",
                                    String.join(
                                            texts().pick("; ", "、"),
                                            parts.stream()
                                                    .map(part -> text("plan.part." + part))
                                                    .toList())));
            return report.ends(code == ExitCode.CHECK_FAILED ? code : ExitCode.LIMIT);
        }

        final PlanSpec spec(Workbench workbench, String name) throws IOException {
            Solvers.prepare();
            PlanSpec spec = workbench.planSpec(chain, name);
            asked = name;
            PlanSpec whole = budget == null ? spec : spec.withBudget(PlanLimits.checked(budget));
            PlanSpec funded = BudgetLines.with(whole, budgetLines, workbench.words(chain));
            PlanRules rules = funded.rules()
                    .withMore(
                            adversary == Adversary.pairs,
                            episodes.contains(Other.licence),
                            episodes.contains(Other.outage))
                    .withLanes(episodes.contains(Other.lane));
            if (!Double.isNaN(chance)) {
                if (!(chance >= 0 && chance <= 1)) {
                    throw Problem.of(ExitCode.USAGE, "problem.option.range", "--chance", chance, "0", "1");
                }
                rules = rules.withChance(chance);
            }
            rules = rules.with(stocks(workbench, rules.stocks()));
            PlanSpec sought = funded.with(sound ? rules.with(PlanSpec.Traced.DECLARED) : rules);
            PlanSpec limited = PlanLimits.limited(risk.of(sought), session());
            return announced ? workbench.planner(chain, session().threads()).announcedOnly(limited) : limited;
        }

        private StockRules stocks(Workbench workbench, StockRules asked) throws IOException {
            StockRules rules = asked;
            if (!Double.isNaN(release)) {
                if (!(release > 0 && release <= 1)) {
                    throw Problem.of(ExitCode.USAGE, "problem.plan.release", "--release", release);
                }
                rules = rules.withRelease(release);
            }
            return opens.isEmpty()
                    ? rules
                    : rules.withTriggers(new TreeSet<>(workbench.words(chain).places(opens, "--opens")));
        }

        /// How careful a reader must be with what a plan leaves unmet: the whole chain enters it.
        final Flag grounds(Workbench workbench) throws IOException {
            return Grounds.played(workbench.network(chain));
        }

        final Report begin(Workbench workbench) throws IOException {
            Report report = new Report(Json.object());
            report.json().set("runCard", Json.card(workbench.card(chain)));
            if (late > 0) {
                report.json().put("decidedWorksLateYears", late);
                report.line(text("plan.late", late));
            }
            if (announced) {
                report.json().put("announcedOnly", true);
                report.line(text("plan.announced.only"));
            }
            if (!without.isEmpty()) {
                report.json().set("without", Json.strings(without));
                report.line(text("plan.without", String.join(", ", without)));
            }
            return report;
        }
    }

    /// A plan's question by its name.
    @Command
    abstract static class OfPlan extends OfChain {

        @Parameters(
                index = "0",
                arity = "0..1",
                paramLabel = "NAME",
                descriptionKey = "arg.plan",
                defaultValue = "default")
        private String name = "default";

        final String name() {
            return name;
        }

        final PlanSpec spec(Workbench workbench) throws IOException {
            return spec(workbench, name);
        }
    }

    /// The best plan.
    @Command(name = "solve")
    static final class Solve extends OfPlan {

        @Option(names = "--calibrate", descriptionKey = "opt.calibrate")
        private boolean calibrate;

        @Option(names = "--method", paramLabel = "HOW", descriptionKey = "opt.method", defaultValue = "auto")
        private How method = How.auto;

        @Option(
                names = "--frontier",
                paramLabel = "N",
                descriptionKey = "opt.solve.frontier",
                arity = "0..1",
                preprocessor = PlanFrontier.NumberOrNot.class)
        private @Nullable Integer points;

        @Override
        protected Report report() throws IOException {
            int budgets = points == null ? 0 : PlanFrontier.checked("--frontier", points);
            Workbench workbench = session().workbench();
            PlanSpec spec = spec(workbench);
            Planner planner = planner(workbench, spec).by(method.method);
            PlanFrontier.Answer answer = refused(() -> PlanFrontier.answer(planner, spec, calibrate, budgets));
            PlanResult plan = answer.plan();
            Report report = begin(workbench);
            report.json().set("plan", new PlanTrailJson(keys()).plan(PlansJson.json(plan), plan));
            new Plans(session()).show(report, plan);
            ExitCode code = Plans.code(plan);
            if (answer.frontier().isPresent()) {
                Frontier frontier = answer.frontier().get();
                new PlanFrontier(session(), keys()).show(report.line(""), spec, frontier, grounds(workbench));
                code = PlanFrontier.verified(frontier) ? code : ExitCode.CHECK_FAILED;
            }
            if (code == ExitCode.INFEASIBLE) {
                report.line(text("plan.relax.next", spec.name()));
            }
            return within(report.line(text("plan.next", spec.name())), code);
        }
    }

    /// What more money buys.
    @Command(name = "frontier")
    static final class FrontierOf extends OfPlan {

        @Option(names = "--points", paramLabel = "N", descriptionKey = "opt.points")
        private int points = SecureRequest.DEFAULT_POINTS;

        @Option(names = "--by", paramLabel = "WHAT", descriptionKey = "opt.frontier.by", defaultValue = "budget")
        private By by = By.budget;

        @Override
        protected Report report() throws IOException {
            PlanFrontier.checked("--points", points);
            Workbench workbench = session().workbench();
            PlanSpec spec = spec(workbench);
            Planner planner = planner(workbench, spec);
            if (by == By.year) {
                return PlanYears.report(this, planner, spec, begin(workbench));
            }
            if (by == By.weight) {
                return PlanWeights.report(this, planner, spec, begin(workbench));
            }
            Frontier frontier = refused(() -> planner.frontier(spec, points));
            Report report = begin(workbench);
            Flag flag = grounds(workbench);
            new PlanFrontier(session(), keys()).show(report, spec, frontier, flag);
            new Words(session()).legend(List.of(flag)).forEach(report::line);
            return within(report, PlanFrontier.verified(frontier) ? ExitCode.DONE : ExitCode.CHECK_FAILED);
        }
    }
}
