package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Row;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// Which part of a customs code of six digits is a product, and how many tonnes of the product a tonne under the code
/// holds (`product_hs`).
///
/// Rows are for the revision of 2017. They hold for trade under the revisions of 2007, 2012 and 2022 as well, and for
/// older ones but for [#NEWER], which stood elsewhere then: there only rows for the revision of 1992 speak.
final class CustomsCodes {

    /// Codes that revisions before 2007 do not have, or not with this content.
    private static final Set<String> NEWER = Set.of("811010", "811292", "810520", "253090");

    private static final Set<String> OLD = Set.of("HS92", "HS96", "HS02");

    /// Germanium had this code until 2007; what concordances put there for later years was not declared as germanium.
    private static final String GERMANIUM_BEFORE_2007 = "811230";

    private static final int MERGED = 2007;

    /// A molar factor of the pack may be rounded by this much.
    private static final double SAME_FACTOR = 0.01;

    /// Relative standard deviation of a content factor without a stated range.
    private static final double CONTENT = 0.10;

    private final List<Share> shares = new ArrayList<>();
    private final List<List<String>> national = new ArrayList<>(); // product, first six digits

    /// What a code says of a product.
    ///
    /// @param share part of the code, 0..1
    /// @param factor tonnes of the product in a tonne of that part; NaN where none is declared
    /// @param contentSd relative standard deviation of the factor: 0 if it follows from the formula of a compound
    ///     or is 1, that of its range (90 %) if one is stated, else 0.10
    record Share(
            String product,
            String scheme,
            String code,
            Role role,
            Range share,
            double factor,
            double contentSd,
            Flag flag,
            Citation citation) {

        /// Half-width of the share over the share, as a standard deviation.
        double relativeSd() {
            return (share.high() - share.low()) / Grounded.WIDTH_90 / share.value();
        }
    }

    /// What else stands under a code.
    enum Role {
        /// Nothing worth mentioning.
        EXCLUSIVE,
        /// Other goods.
        MIXED,
        /// A remainder of a chapter: the share says nothing about a single flow.
        RESIDUAL,
        /// No share is declared.
        UNSTATED
    }

    private CustomsCodes() {}

    static CustomsCodes of(Pack pack) {
        CustomsCodes codes = new CustomsCodes();
        for (Row row : pack.table("product_hs")) {
            String code = row.text("code");
            if (row.text("scheme").startsWith("HS") && code.matches("[0-9]{6}")) {
                codes.shares.add(share(pack, row));
            } else if (code.length() > 6) {
                codes.national.add(List.of(row.text("product_id"), code.substring(0, 6)));
            }
        }
        return codes;
    }

    private static Share share(Pack pack, Row row) {
        boolean stated = row.number("share_of_code_pct").isPresent();
        Range percent = stated ? row.range("share_of_code_pct", "share_low", "share_high") : Range.exactly(0);
        double factor = row.number("content_factor").orElse(Double.NaN);
        Role role = switch (row.text("role")) {
            case "residual" -> Role.RESIDUAL;
            case "exclusive" -> stated ? Role.EXCLUSIVE : Role.UNSTATED;
            default -> stated ? Role.MIXED : Role.UNSTATED;
        };
        return new Share(
                row.text("product_id"),
                row.text("scheme"),
                row.text("code"),
                role,
                percent.times(0.01),
                factor,
                contentSd(pack, row, factor),
                row.flag(),
                row.citation("share_of_code_pct"));
    }

    private static double contentSd(Pack pack, Row row, double factor) {
        if (isMolar(pack, row.text("product_id"), factor)) {
            return 0;
        }
        OptionalDouble low = stated(row, "factor_low");
        OptionalDouble high = stated(row, "factor_high");
        return low.isPresent() && high.isPresent()
                ? (high.getAsDouble() - low.getAsDouble()) / Grounded.WIDTH_90 / factor
                : CONTENT;
    }

    /// A cell of a column that packs of before do not have.
    private static OptionalDouble stated(Row row, String column) {
        return row.cells().containsKey(column) ? row.number(column) : OptionalDouble.empty();
    }

    private static boolean isMolar(Pack pack, String product, double factor) {
        if (factor == 1) {
            return true;
        }
        String material = pack.table("products").stream()
                .filter(row -> row.text("product_id").equals(product))
                .map(row -> row.text("material_id"))
                .findFirst()
                .orElse("");
        return pack.table("unit_conversions").stream()
                .filter(row -> row.text("material_id").equals(material))
                .anyMatch(row -> Math.abs(row.need("element_per_compound") / factor - 1) < SAME_FACTOR);
    }

    /// All codes of six digits.
    List<String> six() {
        return shares.stream().map(Share::code).distinct().sorted().toList();
    }

    /// What a code of a revision says of the products that stand under it.
    ///
    /// @param scheme `HS92` ... `HS22`, or `HS` where the source does not say which
    List<Share> under(String scheme, String code) {
        return shares.stream()
                .filter(each -> each.code().equals(code) && holds(each, scheme))
                .toList();
    }

    /// The codes of a product in a revision.
    List<Share> of(String product, String scheme) {
        return shares.stream()
                .filter(each -> each.product().equals(product) && holds(each, scheme))
                .toList();
    }

    private static boolean holds(Share share, String scheme) {
        boolean old = OLD.contains(scheme);
        return share.scheme().equals("HS92") ? old : !old || !NEWER.contains(share.code());
    }

    /// Whether trade under a code is the work of a concordance, not of whoever declared it.
    static boolean isArtefact(String scheme, String code, int year) {
        return OLD.contains(scheme) && code.equals(GERMANIUM_BEFORE_2007) && year >= MERGED;
    }

    /// Whether trade under codes of six digits holds all of a product. It does not where a national line of the
    /// product stands under a code without a share, where the product also hides in a remainder and no national
    /// line says that a usable code is its place, or where trade under one of its codes is not there.
    ///
    /// @param there codes under which there is any trade
    boolean isWhole(String product, String scheme, Collection<String> there) {
        Set<String> usable = new TreeSet<>();
        boolean hides = false;
        for (Share each : of(product, scheme)) {
            if (each.role() == Role.RESIDUAL) {
                hides = true;
            } else if (each.role() != Role.UNSTATED && !isArtefact(scheme, each.code(), MagnetChain.YEAR)) {
                usable.add(each.code());
            }
        }
        Set<String> lines = new TreeSet<>();
        national.stream().filter(line -> line.getFirst().equals(product)).forEach(line -> lines.add(line.getLast()));
        boolean placed = !hides || lines.stream().anyMatch(usable::contains);
        return placed && usable.containsAll(lines) && there.containsAll(usable);
    }
}
