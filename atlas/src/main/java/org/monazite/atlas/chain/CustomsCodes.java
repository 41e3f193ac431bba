package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.atlas.imports.NationalList;
import org.monazite.atlas.imports.TradeFlow;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Row;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// Which part of a customs code of six digits is a product, and how many tonnes of the product a tonne under the code
/// holds (`product_hs`).
///
/// A customs territory may divide the six digits further (`national_codes`). A national code speaks for itself where
/// that
/// table says what it covers; a code that ends in zeros is the six digits as they are; any other says nothing.
///
/// Rows are for the revision of 2017. They hold for trade under the revisions of 2007, 2012 and 2022 as well, and for
/// older ones but for [#NEWER], which stood elsewhere then: there only rows for the revision of 1992 speak.
final class CustomsCodes {

    /// Codes that revisions before 2007 do not have, or not with this content.
    private static final Set<String> NEWER = Set.of("811010", "811292", "810520", "253090");

    private static final Set<String> OLD = Set.of("HS92", "HS96", "HS02");

    private static final int SIX = 6;

    /// How a flow says that it is of a revision of today, whichever.
    private static final String ANY_REVISION = "HS";

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
    /// @param scheme `HS92`, `HS2017` or a national list
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
        for (Row row : pack.table("national_codes")) {
            if (!row.text("product_id").isEmpty() && isValid(row)) {
                codes.shares.add(share(pack, row));
            }
        }
        return codes;
    }

    /// Whether a national code is in its list in the year of the chains.
    private static boolean isValid(Row row) {
        return row.integer("valid_from").orElse(MagnetChain.YEAR) <= MagnetChain.YEAR
                && row.integer("valid_to").orElse(MagnetChain.YEAR) >= MagnetChain.YEAR;
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

    /// All codes that say something: six digits, the same with zeros behind them, and those of national lists.
    List<String> all() {
        Set<String> all = new TreeSet<>();
        for (Share each : shares) {
            all.add(each.code());
            if (each.code().length() == SIX) {
                all.addAll(List.of(each.code() + "00", each.code() + "000", each.code() + "0000"));
            }
        }
        return List.copyOf(all);
    }

    /// What a code says of the products that stand under it.
    ///
    /// @param scheme `HS92` ... `HS22`, `HS` where the source does not say which, or a national list
    List<Share> under(String scheme, String code) {
        boolean six = isSix(scheme, code);
        String list = six && NationalList.find(scheme).isPresent() ? ANY_REVISION : scheme;
        String digits = six ? code.substring(0, SIX) : code;
        return shares.stream()
                .filter(each -> each.code().equals(digits) && holds(each, list))
                .toList();
    }

    /// Whether a code is one of six digits, or the same with zeros behind it and no word of its own.
    private boolean isSix(String scheme, String code) {
        return NationalList.find(scheme).isEmpty()
                || code.substring(SIX).chars().allMatch(digit -> digit == '0')
                        && shares.stream()
                                .noneMatch(each -> each.scheme().equals(scheme)
                                        && each.code().equals(code));
    }

    /// Whether a customs office says of a flow more than six digits would.
    boolean isFiner(TradeFlow flow) {
        return !isSix(flow.scheme(), flow.code());
    }

    /// The code under which a flow counts: six digits, or those of a national list.
    String code(TradeFlow flow) {
        return isFiner(flow) ? flow.code() : flow.heading();
    }

    /// The codes of a product in a revision.
    List<Share> of(String product, String scheme) {
        return shares.stream()
                .filter(each -> each.product().equals(product) && holds(each, scheme))
                .toList();
    }

    private static boolean holds(Share share, String scheme) {
        if (isNational(share) || NationalList.find(scheme).isPresent()) {
            return share.scheme().equals(scheme);
        }
        boolean old = OLD.contains(scheme);
        return share.scheme().equals("HS92") ? old : !old || !NEWER.contains(share.code());
    }

    /// Whether trade under a code is the work of a concordance, not of whoever declared it.
    static boolean isArtefact(String scheme, String code, int year) {
        return OLD.contains(scheme) && code.equals(GERMANIUM_BEFORE_2007) && year >= MERGED;
    }

    private static boolean isNational(Share share) {
        return share.code().length() > SIX;
    }

    /// Whether the trade that a place counts under its own list holds all of a product: under each of the six digits
    /// where the product stands in any list, one of its lines must be there, and all that speak of the product.
    private boolean isWholeByLine(String product, String scheme, Collection<String> there) {
        Set<String> headings = new TreeSet<>();
        of(product, ANY_REVISION).stream()
                .filter(each -> each.role() != Role.RESIDUAL)
                .forEach(each -> headings.add(each.code()));
        national.stream().filter(line -> line.getFirst().equals(product)).forEach(line -> headings.add(line.getLast()));
        Set<String> lines = new TreeSet<>();
        for (Share each : of(product, scheme)) {
            if (each.role() == Role.EXCLUSIVE || each.role() == Role.MIXED) {
                lines.add(each.code());
                headings.remove(each.code().substring(0, SIX));
            }
        }
        return headings.isEmpty() && there.containsAll(lines);
    }

    /// Whether the trade of a place under the codes of a flow's list holds all of a product.
    ///
    /// @param there codes under which the place has any trade, as [#code] gives them
    boolean isWhole(String product, TradeFlow flow, Collection<String> there) {
        return isFiner(flow)
                ? isWholeByLine(product, flow.scheme(), there)
                : isWhole(product, NationalList.find(flow.scheme()).isPresent() ? ANY_REVISION : flow.scheme(), there);
    }

    /// Whether trade under codes of six digits holds all of a product. It does not where a national line of the
    /// product stands under a code without a share, where the product also hides in a remainder and no national
    /// line says that a usable code is its place, or where trade under one of its codes is not there.
    ///
    /// @param there codes under which there is any trade
    private boolean isWhole(String product, String scheme, Collection<String> there) {
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
