package org.monazite.app.dependence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.Imported;
import org.monazite.exposure.LedgerLine;

/// The purchases of a company as exposure counts them. Private: read from the overlay of the workspace, kept nowhere.
///
/// Only US dollars are money here: a price in another currency has no declared rate, so such a line has tonnes and no
/// value.
///
/// @param ledgers names of the ledgers that were read
/// @param lines purchases, by ledger and line; each goes by the id that `show figure` takes
/// @param otherCurrencies lines that were priced in another currency, by currency
public record CompanyLedger(List<String> ledgers, List<LedgerLine> lines, Map<String, Integer> otherCurrencies) {

    /// Copies the lists; the currencies stay in order.
    public CompanyLedger {
        ledgers = List.copyOf(ledgers);
        lines = List.copyOf(lines);
        otherCurrencies = java.util.Collections.unmodifiableMap(new TreeMap<>(otherCurrencies));
    }

    static CompanyLedger of(Imported imported, String ledgerId) throws IOException {
        List<String> known =
                imported.ledgers().stream().map(ImportManifest::id).sorted().toList();
        if (known.isEmpty()) {
            throw Problem.of(ExitCode.NOT_FOUND, "problem.ledger.none");
        }
        if (!ledgerId.isEmpty() && !known.contains(ledgerId)) {
            throw Problem.unknown(ExitCode.NOT_FOUND, "kind.ledger", ledgerId, "--ledger", known);
        }
        List<LedgerLine> lines = new ArrayList<>();
        Map<String, Integer> others = new TreeMap<>();
        for (ImportManifest each : imported.ledgers()) {
            if (ledgerId.isEmpty() || ledgerId.equals(each.id())) {
                for (org.monazite.atlas.imports.LedgerLine purchase : imported.purchases(each)) {
                    lines.add(line(purchase));
                    if (!Double.isNaN(purchase.value()) && !purchase.currency().equals("USD")) {
                        others.merge(purchase.currency(), 1, Integer::sum);
                    }
                }
            }
        }
        return new CompanyLedger(ledgerId.isEmpty() ? known : List.of(ledgerId), lines, others);
    }

    private static LedgerLine line(org.monazite.atlas.imports.LedgerLine purchase) {
        return new LedgerLine(
                purchase.id(),
                purchase.supplier(),
                purchase.supplierCountry(),
                purchase.originCountry(),
                purchase.product(),
                purchase.tonnes(),
                purchase.currency().equals("USD") ? purchase.value() : Double.NaN,
                purchase.date().toString());
    }
}
