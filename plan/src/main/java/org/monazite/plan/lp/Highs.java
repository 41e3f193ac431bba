package org.monazite.plan.lp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.monazite.plan.internal.HighsPool;

/// HiGHS, the solver of choice: dual simplex for linear programs, branch and cut for integers.
///
/// One thread per solve and a fixed seed, so the answer does not depend on what else runs. Safe for
/// many threads; a thread that is interrupted ends its run with [Status#INTERRUPTED].
public final class Highs implements Solver {

    private final HighsPool pool;
    private final String version;

    private Highs(HighsPool pool) {
        this.pool = pool;
        this.version = pool.version();
    }

    /// The library is loaded once, when somebody first asks for it.
    private static final class Loaded {

        private static final @Nullable Highs HIGHS;
        private static final String FAILURE;

        static {
            Highs loaded = null;
            String failure = "";
            try {
                loaded = new Highs(new HighsPool());
            } catch (IllegalStateException e) {
                failure = String.valueOf(e.getMessage());
            } catch (IllegalCallerException e) {
                failure = """
                        Java does not allow native code, so HiGHS cannot be loaded: %s
                        Maybe start it with --enable-native-access=ALL-UNNAMED.""".formatted(e.getMessage());
            }
            HIGHS = loaded;
            FAILURE = failure;
        }
    }

    /// HiGHS, if its library loads on this platform.
    public static Optional<Highs> find() {
        return Optional.ofNullable(Loaded.HIGHS);
    }

    /// HiGHS.
    ///
    /// @throws SolverException if its library does not load on this platform; the message says why
    public static Highs load() {
        return find().orElseThrow(() -> new SolverException(Loaded.FAILURE));
    }

    @Override
    public String name() {
        return "HiGHS " + version;
    }

    @Override
    public Solution solve(Model model, Limits limits) {
        try (Session session = open(model)) {
            return session.run(limits);
        }
    }

    /// Loads a copy of the model for a series of related solves, each of which starts where the last
    /// one ended.
    ///
    /// @throws SolverException if HiGHS refuses the model
    public Session open(Model model) {
        return new Session(pool, model);
    }
}
