package org.monazite.atlas.imports;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A company's purchases. Every line is one purchase; mass is taken over in tonnes on the basis of the product.
final class Ledger implements Rule {

    static final List<String> HEADER = List.of(
            "date",
            "supplier",
            "supplier_country",
            "origin_country",
            "product",
            "quantity",
            "unit",
            "basis",
            "value",
            "currency",
            "site");

    /// No company buys more at once: a third of the cement that the world makes in a year.
    private static final double MOST_TONNES = 1e9;

    /// Money of today and of the past; codes for tests and for no money are none.
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .filter(code -> !code.equals("XXX") && !code.equals("XTS"))
            .collect(Collectors.toUnmodifiableSet());

    private final Lexicon lexicon;
    private final Map<String, String> seen = new HashMap<>();
    private final String importId;

    Ledger(Lexicon lexicon, String importId) {
        this.lexicon = lexicon;
        this.importId = importId;
    }

    @Override
    public void header(String name, Map<String, Integer> header) {
        TableReader.exactly(name, header, HEADER);
    }

    @Override
    public void take(Line line, Out out) {
        LocalDate date = Cells.date(line, "date");
        String supplier = line.need("supplier");
        String from = country(line, "supplier_country");
        String origin = line.text("origin_country").isEmpty() ? "" : country(line, "origin_country");
        String product = Cells.product(line, "product", lexicon);
        Cells.positive(line, "quantity");
        double factor = Cells.tonnesPer(line.need("unit"));
        if (Double.isNaN(factor)) {
            throw line.problem("unit", Reason.UNKNOWN_UNIT, "t, kt, kg, g");
        }
        double tonnes = Cells.tonnes(line, "quantity", factor);
        if (tonnes > MOST_TONNES) {
            throw line.problem("quantity", Reason.OUT_OF_RANGE, "at most 1e9 t");
        }
        String basis = lexicon.basis(product);
        String stated = line.need("basis");
        if (!bare(stated).equals(bare(basis))) {
            throw line.problem("basis", Reason.BASIS_DIFFERS, basis.replaceFirst("^t ", ""));
        }
        boolean priced = !line.text("value").isEmpty();
        double value = priced ? Cells.quantity(line, "value") : Double.NaN;
        String currency = priced ? line.need("currency").toUpperCase(Locale.ROOT) : "";
        if (priced && !CURRENCIES.contains(currency)) {
            throw line.problem("currency", Reason.UNKNOWN_CODE, "USD, JPY, EUR");
        }
        String whole = String.join("\u001f", HEADER.stream().map(line::text).toList());
        String first = seen.putIfAbsent(whole, line.where("date"));
        if (first != null) { // no column tells them apart: one purchase written twice, or a file read twice
            throw line.problem("date", Reason.STANDS_TWICE, first);
        }
        String locator = line.where("quantity");
        String id =
                "p-" + Out.id("ledger\u001f" + importId + "\u001f" + locator).substring(2);
        out.purchase(new LedgerLine(
                id,
                date,
                supplier,
                from,
                origin,
                product,
                tonnes,
                basis,
                value,
                currency,
                line.text("site"),
                locator,
                line.text("quantity") + " " + line.text("unit")));
        for (String column : List.of("quantity", "value")) {
            out.note("formula", line.isFormula(column) ? 1 : 0);
        }
    }

    private String country(Line line, String column) {
        String place = Cells.place(line, column, lexicon);
        if (Set.of("ROW", "WLD", "EU27").contains(place)) {
            throw line.problem(column, Reason.UNKNOWN_PLACE, "JPN, CHN");
        }
        return place;
    }

    /// `t REO`, `REO` and `reo` are one basis; `t` alone is `t gross`.
    private static String bare(String basis) {
        String bare = Lexicon.key(basis).replaceFirst("^t( |$)", "").replaceFirst(" content$", "");
        return bare.isEmpty() ? "gross" : bare;
    }
}
