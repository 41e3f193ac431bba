package org.monazite.app.cli.exposure;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.dependence.CompanyLedger;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.exposure.CompanyExposure;
import org.monazite.exposure.LedgerLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// How a company depends on a place, by its own purchases.
@Command(name = "company")
final class CompanyCommand extends Task {

    private static final List<String> BASES = List.of("weight", "value");

    @Option(names = "--against", paramLabel = "PLACE", descriptionKey = "opt.against", defaultValue = "CHN")
    private String against = "CHN";

    @Option(names = "--chain", paramLabel = "CHAIN", descriptionKey = "opt.chain", defaultValue = "magnets")
    private String chain = "magnets";

    @Option(names = "--by", paramLabel = "BASIS", descriptionKey = "opt.company.by", defaultValue = "weight")
    private String by = "weight";

    @Option(names = "--ledger", paramLabel = "IMPORT", descriptionKey = "opt.ledger", defaultValue = "")
    private String ledgerId = "";

    @Option(names = "--explain", descriptionKey = "opt.explain")
    private boolean explain;

    @Override
    protected Report report() throws IOException {
        if (!BASES.contains(by)) {
            throw Problem.unknown(ExitCode.USAGE, "kind.basis", by, "--by", BASES);
        }
        Workbench workbench = session().workbench();
        String supplier = workbench.words(chain).place(against, ExitCode.NOT_FOUND, "--against");
        CompanyLedger ledger = session().dependence().ledger(ledgerId);
        CompanyExposure.Basis basis = CompanyExposure.Basis.valueOf(by.toUpperCase(Locale.ROOT));
        List<CompanyExposure> answers = session().dependence().company(chain, ledger.lines(), supplier, basis);
        if (answers.isEmpty()) {
            throw Problem.of(
                    ExitCode.NOT_FOUND,
                    "problem.ledger.other",
                    ledger.lines().size(),
                    chain,
                    String.join(", ", products(ledger.lines())),
                    String.join(", ", workbench.atlas().chains()));
        }
        CompanyView view = new CompanyView(session(), chain, supplier);
        Report report = view.of(ledger, answers, basis);
        if (explain) {
            view.explain(report, answers);
        }
        return report;
    }

    static List<String> products(List<LedgerLine> lines) {
        return lines.stream().map(LedgerLine::productId).distinct().sorted().toList();
    }
}
