package org.monazite.atlas;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.monazite.atlas.balance.BalanceResult;
import org.monazite.atlas.chain.BalancedChain;

/// The residuals of a chain as a table.
final class ResidualTable {

    private static final String RECIPE = "recipe ";

    private ResidualTable() {}

    static String csv(BalancedChain chain) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("place", "product", "recipe", "before_t", "after_t", "sd_t", "throughput_t");
            for (BalanceResult.Residual residual : chain.result().residuals()) {
                boolean recipe = residual.label().startsWith(RECIPE);
                // `recipe PRODUCT of PLACE/...` or `PLACE/PRODUCT`
                String[] words = residual.label().split(" of |/", -1);
                csv.writeRecord(
                        recipe ? words[1] : words[0],
                        recipe ? words[0].substring(RECIPE.length()) : words[1],
                        Boolean.toString(recipe),
                        Double.toString(residual.before()),
                        Double.toString(residual.after()),
                        Double.toString(residual.sd()),
                        Double.toString(residual.throughput()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write text", e);
        }
        return text.toString();
    }

    static List<ResidualLine> read(Path file) throws IOException {
        List<ResidualLine> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                lines.add(new ResidualLine(
                        row.getField("place"),
                        row.getField("product"),
                        Boolean.parseBoolean(row.getField("recipe")),
                        Double.parseDouble(row.getField("before_t")),
                        Double.parseDouble(row.getField("after_t")),
                        Double.parseDouble(row.getField("sd_t")),
                        Double.parseDouble(row.getField("throughput_t"))));
            }
        }
        lines.sort(Comparator.comparingDouble((ResidualLine line) -> -Math.abs(line.before()))
                .thenComparing(ResidualLine::product)
                .thenComparing(ResidualLine::place));
        return lines;
    }
}
