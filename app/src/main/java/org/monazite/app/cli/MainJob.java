package org.monazite.app.cli;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.monazite.app.SecureRequest;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.plan.PlanLimits;
import org.monazite.app.cli.shock.ShockCommand;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.workspace.Vocabulary;
import org.monazite.plan.PlanSpec;
import picocli.CommandLine.Option;

/// The options of the main job.
final class MainJob {

    @Option(names = "--for", paramLabel = "PLACES", descriptionKey = "opt.for", split = ",", defaultValue = "JPN,USA")
    private List<String> partners = List.of("JPN", "USA");

    @Option(names = "--chain", paramLabel = "CHAIN", descriptionKey = "opt.chain", defaultValue = "magnets")
    private String chain = "magnets";

    @Option(names = "--against", paramLabel = "PLACE", descriptionKey = "opt.against", defaultValue = "CHN")
    private String against = "CHN";

    @Option(names = "--budget", paramLabel = "USD", descriptionKey = "opt.budget")
    private double budget = SecureRequest.DEFAULT_BUDGET_USD;

    @Option(names = "--members", paramLabel = "N", descriptionKey = "opt.members", defaultValue = "500")
    private int members = 500;

    @Option(names = "--weeks", paramLabel = "N", descriptionKey = "opt.weeks", defaultValue = "52")
    private int weeks = 52;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "opt.seed", defaultValue = "20251028")
    private long seed = 20251028L;

    @Option(names = "--points", paramLabel = "N", descriptionKey = "opt.points")
    private int points = SecureRequest.DEFAULT_POINTS;

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "opt.asof")
    private @Nullable String asOf;

    SecureRequest request(Session session) throws IOException {
        ShockCommand.settings(weeks, members, seed, session.threads());
        if (points < 2 || points > 100) {
            throw Problem.of(ExitCode.USAGE, "problem.option.range", "--points", points, "2", "100");
        }
        Workbench workbench = session.workbench();
        Vocabulary words = workbench.words(chain);
        List<String> places = words.places(partners, "--for");
        String supplier = words.place(against, ExitCode.NOT_FOUND, "--against");
        if (places.contains(supplier)) {
            throw Problem.of(ExitCode.USAGE, "problem.option.self", supplier);
        }
        PlanSpec plan = PlanLimits.limited(PlanSpec.of(places, supplier, PlanLimits.checked(budget)), session);
        return new SecureRequest(
                chain,
                plan,
                new SecureRequest.Draws(weeks, members, seed, session.threads()),
                points,
                date(asOf, workbench),
                session.texts().language());
    }

    /// The date on which promises are judged: that of the option, else that of the figures.
    static LocalDate date(@Nullable String text, Workbench workbench) throws IOException {
        if (text == null) {
            return workbench.asOf();
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            Problem problem = Problem.of(ExitCode.USAGE, "problem.option.date", "--as-of", text);
            problem.initCause(e);
            throw problem;
        }
    }
}
