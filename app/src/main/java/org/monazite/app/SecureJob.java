package org.monazite.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.BalanceLine;
import org.monazite.brief.Briefs;
import org.monazite.brief.Findings;
import org.monazite.exposure.Importer;
import org.monazite.exposure.PublishedShare;
import org.monazite.exposure.WeakLink;
import org.monazite.plan.Deadline;
import org.monazite.plan.Frontier;
import org.monazite.plan.PlanAndFrontier;
import org.monazite.plan.PlanResult;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Planner;
import org.monazite.plan.lp.Solvers;
import org.monazite.pledges.Assessment;
import org.monazite.shock.Ensemble;
import org.monazite.shock.EnsembleSettings;
import org.monazite.shock.Scenario;
import org.monazite.supply.RunCard;
import org.monazite.supply.Source;

/// The main job: dependence, a ban week by week, what frees the partners for how much, whether promises are kept, and
/// the brief.
final class SecureJob {

    private static final int OTHERS_SHARE = 5;
    private static final int LEAST_MEMBERS = 90;
    private static final double SUSPECT_Z = 1.96;
    private static final int MOST_SUSPECTS = 12;

    private final Workbench workbench;
    private final SecureRequest request;
    private final Progress progress;
    private final long begun = System.nanoTime(); // the limit of time is one of the whole job

    SecureJob(Workbench workbench, SecureRequest request, Progress progress) {
        this.workbench = workbench;
        this.request = request;
        this.progress = progress;
    }

    Secured run() throws IOException {
        Findings findings = findings();
        progress.step("progress.brief");
        String html = Briefs.html(findings, request.language());
        String id = "b-" + digest(html).substring(0, 10);
        TreeMap<String, String> files = new TreeMap<>(Map.of("brief.html", html));
        Path path = workbench.workspace().addBrief(id, files);
        return new Secured(findings, id, html, path);
    }

    private Findings findings() throws IOException {
        Solvers.prepare();
        Atlas atlas = workbench.atlas();
        String chain = request.chain();
        List<Importer> partners =
                request.partners().stream().map(Importer::place).toList();
        ChainExposure exposure = workbench.exposure(chain);
        Plays plays = workbench.plays(chain);
        Map<String, List<WeakLink>> links = new LinkedHashMap<>();
        for (Importer partner : partners) {
            links.put(partner.name(), exposure.weakestLinks(partner));
        }
        Scenarios scenarios =
                new Scenarios(request.against(), request.ensemble().weeks());
        Scenario main = scenarios.wholeChain(chain);
        EnsembleSettings settings = settings(request.ensemble().members());
        Ensemble ensemble = plays.play(main, settings);
        List<Findings.Played> others = new ArrayList<>();
        int fewer = Math.min(
                request.ensemble().members(),
                Math.max(LEAST_MEMBERS, request.ensemble().members() / OTHERS_SHARE));
        for (Scenario other :
                List.of(scenarios.heavyRareEarths(), scenarios.bilateral(request.partners()), scenarios.licences())) {
            others.add(new Findings.Played(other, plays.play(other, settings(fewer))));
        }
        Answers answers = answers();
        Map<String, Source> sources = new TreeMap<>();
        atlas.sources().forEach(source -> sources.put(source.id(), source));
        return new Findings(
                card(main, settings, fewer),
                workbench.asOf(),
                request.partners(),
                request.against(),
                chain,
                atlas.places(),
                atlas.products(),
                exposure.by(partners, request.against()),
                published(atlas),
                links,
                main,
                ensemble,
                others,
                answers.plan(),
                answers.frontier(),
                answers.pledges(),
                atlas.exportControls().stream()
                        .filter(control -> control.imposer().equals(request.against()))
                        .toList(),
                sources,
                suspects(atlas),
                atlas.closedImports(chain).stream()
                        .map(each -> each.importFormat().title() + ", " + each.file())
                        .toList());
    }

    private List<PublishedShare> published(Atlas atlas) throws IOException {
        boolean asked = request.against().equals("CHN") && request.partners().contains("JPN");
        return asked ? PublishedShare.latestChinaOfJapan(atlas.series()) : List.of();
    }

    private EnsembleSettings settings(int members) {
        SecureRequest.Draws draws = request.ensemble();
        return new EnsembleSettings(draws.weeks(), members, draws.seed(), draws.threads());
    }

    private RunCard card(Scenario main, EnsembleSettings settings, int fewer) throws IOException {
        TreeMap<String, String> more = new TreeMap<>();
        more.put("as_of", request.asOf().toString());
        more.put("chain", request.chain());
        more.put("for", String.join(",", request.partners()));
        more.put("against", request.against());
        more.put("ensemble.members.others", Integer.toString(fewer));
        more.put("frontier.points", Integer.toString(request.frontierPoints()));
        more.put("plan.target_year", Integer.toString(request.plan().targetYear()));
        more.put("plan.ban_quarters", Integer.toString(request.plan().banQuarters()));
        request.plan().budgetUsd().forEach((place, usd) -> more.put("plan.budget_usd." + place, Double.toString(usd)));
        return RunCards.of(workbench.network(request.chain()), main, settings, more);
    }

    /// What planning and pledges give; they do not wait for each other where there is more than one thread.
    private record Answers(PlanResult plan, Frontier frontier, List<Assessment> pledges) {}

    private Answers answers() throws IOException {
        int threads = request.ensemble().threads();
        double seconds = request.plan().timeLimitSeconds();
        boolean asked = seconds != PlanSpec.USUAL_SECONDS;
        Deadline deadline =
                asked ? Deadline.in(Math.max(0, seconds - (System.nanoTime() - begun) / 1e9)) : Deadline.never();
        Planner planner = workbench.planner(request.chain(), threads).within(deadline);
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(2, threads));
        try {
            Future<PlanAndFrontier> plan =
                    pool.submit(() -> planner.solveWithFrontier(request.plan(), request.frontierPoints()));
            Future<List<Assessment>> pledges = pool.submit(() -> workbench.pledges(request.chain(), request.asOf()));
            return new Answers(plan.get().plan(), plan.get().frontier(), pledges.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The main job was stopped.");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case null, default -> throw new IllegalStateException("A part of the main job failed.", e);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Findings.Suspect> suspects(Atlas atlas) throws IOException {
        return atlas.balance(request.chain()).stream()
                .filter(line -> line.suspect() || line.z() > SUSPECT_Z)
                .limit(MOST_SUSPECTS)
                .map(SecureJob::suspect)
                .toList();
    }

    private static Findings.Suspect suspect(BalanceLine line) {
        return new Findings.Suspect(
                line.quantity(), line.figureIds(), line.publishedTonnes(), line.balancedTonnes(), line.z());
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one has not.", e);
        }
    }
}
