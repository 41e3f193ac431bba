package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;
import org.monazite.supply.PlanOption;
import org.monazite.supply.Project;

/// What a plan may choose, by names: `NdPr metal module, USA (met.module@USA)`. The id stays beside the name, as
/// commands are told ids.
final class DecisionNames {

    private final Texts texts;
    private final Words words;
    private final Map<String, String> options = new TreeMap<>();
    private final Map<String, Project> projects = new TreeMap<>();

    DecisionNames(Session session) throws IOException {
        this.texts = session.texts();
        this.words = new Words(session);
        for (PlanOption option : session.workbench().atlas().planOptions()) {
            options.put(option.id(), texts.pick(option.nameEn(), option.nameJa()));
        }
        session.workbench().atlas().projects().forEach(project -> projects.put(project.id(), project));
    }

    /// A project, an option in a place or a contract; the id alone if nothing is known of it.
    String of(String id) throws IOException {
        String name = name(id);
        return name.isEmpty() ? id : texts.pick("%s (%s)", "%s（%s）").formatted(name, id);
    }

    /// Several of them in one line.
    String all(List<String> ids) throws IOException {
        List<String> names = new ArrayList<>();
        for (String id : ids) {
            names.add(of(id));
        }
        return String.join(texts.pick("; ", "、"), names);
    }

    private String name(String id) throws IOException {
        if (id.startsWith("offtake.")) {
            return contract(id.substring("offtake.".length()));
        }
        Project project = projects.get(id);
        if (project != null) {
            return placed(project.name(), project.place());
        }
        int at = id.indexOf('@');
        String option = options.get(at < 0 ? id : id.substring(0, at));
        if (option == null) {
            return "";
        }
        return at < 0 ? option : placed(option, id.substring(at + 1));
    }

    private String placed(String name, String place) throws IOException {
        return texts.pick("%s, %s", "%s・%s").formatted(name, words.place(place));
    }

    /// `MYS/ndpr.oxide@JPN` or `EST/ndfeb.magnet/decided@USA`.
    private String contract(String id) throws IOException {
        String[] parts = id.split("@", 2);
        String[] from = parts[0].split("/", 3);
        if (parts.length < 2 || from.length < 2) {
            return "";
        }
        return texts.get("decision.contract", words.place(parts[1]), words.product(from[1]), words.place(from[0]));
    }
}
