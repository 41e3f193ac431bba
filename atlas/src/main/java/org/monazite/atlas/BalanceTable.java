package org.monazite.atlas;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.monazite.atlas.balance.BalanceResult;
import org.monazite.atlas.chain.BalancedChain;
import org.monazite.atlas.chain.SdReason;
import org.monazite.supply.Citation;

/// The balance of a chain as a table: what was published, what the network implies, how far apart.
final class BalanceTable {

    private static final String PRIOR = "unknown origin";

    private BalanceTable() {}

    static String csv(BalancedChain chain) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    "quantity", "figures", "published_t", "balanced_t", "sd_t", "figure_sd_t", "why", "z", "suspect");
            List<BalanceResult.Adjustment> adjustments = chain.result().adjustments();
            for (int i = 0; i < adjustments.size(); i++) {
                BalanceResult.Adjustment adjustment = adjustments.get(i);
                if (adjustment.label().startsWith(PRIOR)) {
                    continue; // a rule of ours, not a figure of a source
                }
                csv.writeRecord(
                        adjustment.label(),
                        String.join(
                                ";",
                                chain.citations().getOrDefault(adjustment.label(), List.of()).stream()
                                        .map(Citation::figureId)
                                        .toList()),
                        Double.toString(adjustment.observed()),
                        Double.toString(adjustment.balanced()),
                        Double.toString(chain.result().sds().get(adjustment.quantity())),
                        Double.toString(chain.problem().observations().get(i).sd()),
                        SdReason.cell(chain.reasons().getOrDefault(adjustment.label(), List.of())),
                        Double.toString(adjustment.z()),
                        Boolean.toString(chain.result().suspects().contains(adjustment.label())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write text", e);
        }
        return text.toString();
    }

    static List<BalanceLine> read(Path file) throws IOException {
        List<BalanceLine> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                lines.add(new BalanceLine(
                        row.getField("quantity"),
                        List.of(row.getField("figures").split(";")),
                        Double.parseDouble(row.getField("published_t")),
                        Double.parseDouble(row.getField("balanced_t")),
                        Double.parseDouble(row.getField("sd_t")),
                        row.findField("figure_sd_t").map(Double::parseDouble).orElse(Double.NaN),
                        row.findField("why").map(SdReason::of).orElse(List.of()),
                        Double.parseDouble(row.getField("z")),
                        Boolean.parseBoolean(row.getField("suspect"))));
            }
        }
        return lines;
    }
}
