package org.monazite.app.trail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.monazite.app.SecureRequest;
import org.monazite.app.Workbench;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.SupplyNetwork;

/// Finds what a key of a result names: figures, nodes, flows, measures, what is played and planned, promises,
/// assumptions, settings.
public final class Trails {

    private final Workbench workbench;
    private final List<String> chains;
    private final Names names;
    private final Map<String, NetworkTrails> networks = new HashMap<>();
    private final Map<String, IndicatorTrails> measures = new HashMap<>();
    private final Map<String, PlanTrails> plans = new HashMap<>();
    private @Nullable PledgeTrails pledges;

    /// Trails on the atlas of a workbench.
    public Trails(Workbench workbench) throws IOException {
        this.workbench = workbench;
        this.names = new Names(workbench);
        List<String> order = new ArrayList<>(workbench.atlas().chains());
        order.remove(SecureRequest.MAGNETS);
        order.addFirst(SecureRequest.MAGNETS);
        this.chains = List.copyOf(order);
    }

    /// What a key names.
    ///
    /// @param key as results write it; before it, the chain may stand: `yttrium:CHN/y.oxide`. Without a chain the
    ///     magnet chain is searched first. Labels of the balance are understood too: `make CHN/dy.oxide`
    public Optional<Trail> find(String key) throws IOException {
        int colon = key.indexOf(':');
        boolean named = colon > 0 && chains.contains(key.substring(0, colon));
        String name = plain(named ? key.substring(colon + 1) : key);
        for (String chain : named ? List.of(key.substring(0, colon)) : chains) {
            Optional<Trail> found = onChain(chain, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return named ? Optional.empty() : anywhere(name);
    }

    private static String plain(String key) {
        String[] words = key.strip().split(" ");
        if (words.length == 2 && (words[0].equals("make") || words[0].equals("use"))) {
            return words[1];
        }
        if (words.length == 3 && words[0].equals("flow") && words[2].contains(">")) {
            return words[2].replaceFirst(">", "/" + words[1] + ">");
        }
        return key.strip();
    }

    private Optional<Trail> onChain(String chain, String name) throws IOException {
        Optional<Trail> found = network(chain).find(name);
        if (found.isPresent()) {
            return found;
        }
        if (name.startsWith("shock/")) {
            return new RunTrails(workbench, chain, names).played(name);
        }
        if (name.startsWith("plan/")) {
            return plans(chain).number(name.substring("plan/".length()));
        }
        Optional<Trail> works = plans(chain).works(name);
        return works.isPresent() ? works : measures(chain).find(name);
    }

    private PlanTrails plans(String chain) throws IOException {
        PlanTrails known = plans.get(chain);
        if (known == null) {
            known = new PlanTrails(workbench, chain, names);
            plans.put(chain, known);
        }
        return known;
    }

    private PledgeTrails pledges() throws IOException {
        if (pledges == null) {
            pledges = new PledgeTrails(workbench, SecureRequest.MAGNETS);
        }
        return pledges;
    }

    private IndicatorTrails measures(String chain) throws IOException {
        IndicatorTrails known = measures.get(chain);
        if (known == null) {
            known = new IndicatorTrails(workbench, chain, names);
            measures.put(chain, known);
        }
        return known;
    }

    private NetworkTrails network(String chain) throws IOException {
        NetworkTrails known = networks.get(chain);
        if (known == null) {
            SupplyNetwork network = workbench.network(chain);
            known = new NetworkTrails(network, chain, names);
            networks.put(chain, known);
        }
        return known;
    }

    private Optional<Trail> anywhere(String name) throws IOException {
        if (name.equals(TrailKeys.COMPUTATION)) {
            return Optional.of(Trail.of(
                    name, Trail.Kind.COMPUTATION, Said.of("trail.computation"), Flag.NONE, List.of(), List.of()));
        }
        if (name.startsWith("chain/")) {
            String chain = name.substring("chain/".length());
            return chains.contains(chain) ? Optional.of(network(chain).whole()) : Optional.empty();
        }
        if (name.startsWith("scenario/")) {
            return new RunTrails(workbench, SecureRequest.MAGNETS, names)
                    .scenario(name.substring("scenario/".length()));
        }
        PlanTrails plans = plans(SecureRequest.MAGNETS);
        List<Finder> finders = List.of(
                SettingTrails::find,
                RunTrails::assumption,
                plans::assumption,
                plans::control,
                key -> pledges().find(key),
                this::figure);
        for (Finder finder : finders) {
            Optional<Trail> found = finder.find(name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private interface Finder {
        Optional<Trail> find(String key) throws IOException;
    }

    private Optional<Trail> figure(String id) throws IOException {
        Optional<FigureRecord> found = workbench.atlas().findFigure(id);
        return found.map(figure -> {
            Citation citation = new Citation(figure.id(), figure.sourceId(), figure.locator(), figure.raw());
            Trail.Amount amount = new Trail.Amount(
                    Said.of("trail.figure.value"), figure.value(), figure.low(), figure.high(), figure.unit());
            return new Trail(
                    figure.id(),
                    Trail.Kind.FIGURE,
                    Said.of("trail.figure", figure.measure(), figure.subject(), figure.place(), figure.period()),
                    List.of(amount),
                    figure.flag(),
                    List.of(new Trail.Cell(Said.of("trail.figure.value"), citation)),
                    List.of());
        });
    }

    /// Says that nothing has this key, and what may have been meant.
    public Problem unknown(String key) throws IOException {
        if (key.matches("[a-z]-[0-9a-f]+")) {
            return figureUnknown(key);
        }
        String[] parts = key.split("/", -1);
        for (String chain : chains) {
            boolean measure = parts.length >= 3
                    && !key.startsWith("shock/")
                    && workbench.network(chain).findProduct(parts[1]).isPresent();
            if (measure) {
                workbench.importer(chain, parts[0], key);
                workbench.words(chain).place(parts[2], ExitCode.NOT_FOUND, key);
            }
        }
        return Problem.unknown(ExitCode.NOT_FOUND, "kind.trail", key, "", all());
    }

    /// A figure whose id was cut short, or one that is not there.
    private Problem figureUnknown(String id) throws IOException {
        List<String> begin = workbench.atlas().figures().keySet().stream()
                .filter(each -> id.length() > 3 && each.startsWith(id))
                .sorted()
                .toList();
        return begin.isEmpty()
                ? Problem.of(
                        ExitCode.NOT_FOUND,
                        "problem.figure",
                        id,
                        workbench.atlas().version())
                : Problem.unknown(ExitCode.NOT_FOUND, "kind.trail", id, "", begin);
    }

    /// Every key but those of figures and measures, which are too many to compare with a mistyped one.
    private Set<String> all() throws IOException {
        Set<String> all = new TreeSet<>();
        for (String chain : chains) {
            all.add("chain/" + chain);
            String prefix = chain.equals(SecureRequest.MAGNETS) ? "" : chain + ":";
            network(chain).names().forEach(name -> all.add(prefix + name));
        }
        all.addAll(plans(SecureRequest.MAGNETS).names());
        all.addAll(pledges().names());
        new RunTrails(workbench, SecureRequest.MAGNETS, names)
                .scenarios()
                .forEach(scenario -> all.add("scenario/" + scenario));
        all.addAll(RunTrails.assumptions());
        all.addAll(SettingTrails.names());
        all.add(TrailKeys.COMPUTATION);
        return all;
    }
}
