package org.monazite.brief;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes numbers for readers, in English or Japanese: three significant figures, units that a reader knows, no
/// exponent, and a word instead of a number that is not there. Pages, briefs and the command line all use it; files
/// keep full precision and never come here.
///
/// | | English | Japanese |
/// |---|---|---|
/// | 43,210 t | 43.2 kt | 4.3万トン |
/// | 123,456,789 USD | USD 123 million | 1.2億ドル |
/// | 0.703 | 70.3 % | 70.3% |
/// | not defined | n/a | データなし |
public final class Numbers {

    private static final Map<String, String> CURRENCY_JA =
            Map.of("USD", "ドル", "JPY", "円", "EUR", "ユーロ", "GBP", "ポンド", "AUD", "豪ドル", "CNY", "元");
    /// Digits of a computed number that are not noise of the last bits.
    private static final MathContext COMPUTED = new MathContext(12, RoundingMode.HALF_UP);

    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_EN = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private final boolean japanese;
    private final DecimalFormat grouped =
            new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ENGLISH));

    private Numbers(boolean japanese) {
        this.japanese = japanese;
    }

    /// The formatter of a language.
    ///
    /// @throws IllegalArgumentException if the language is neither English nor Japanese
    public static Numbers of(Locale language) {
        return switch (language.getLanguage()) {
            case "en" -> new Numbers(false);
            case "ja" -> new Numbers(true);
            case String other ->
                throw new IllegalArgumentException(
                        "There are texts in 'en' and 'ja', not in '%s'.\nMaybe use --lang en.".formatted(other));
        };
    }

    /// A number on its own, three significant figures: `1,230`, `0.0123`.
    public String plain(double value) {
        return Double.isNaN(value) ? notAvailable() : signed(value, digits(Math.abs(value)));
    }

    /// A count, in full: `12,345`.
    public String count(long value) {
        return signed(value, grouped(BigDecimal.valueOf(Math.abs(value))));
    }

    /// A mass in tonnes, with its unit: `43.2 kt`, `4.3万トン`; below half a tonne only that.
    public String tonnes(double tonnes) {
        return scaled(tonnes, massUnit(tonnes), 0.5);
    }

    /// Two masses with one unit.
    public String tonnesRange(double low, double high) {
        return range(low, high, massUnit(high));
    }

    /// US dollars with their unit: `USD 123 million`, `1.2億ドル`.
    public String usd(double dollars) {
        return money(dollars, "USD");
    }

    /// Two amounts of US dollars with one unit: `USD 51.8–156 billion`.
    public String usdRange(double low, double high) {
        return range(low, high, moneyUnit(high, "USD"));
    }

    /// Money of any currency, by its ISO 4217 code.
    public String money(double amount, String currency) {
        return scaled(amount, moneyUnit(amount, requireNonNull(currency)), 0.5);
    }

    /// A currency by its ISO 4217 code: `USD`, `ドル`.
    public String currency(String code) {
        return japanese ? CURRENCY_JA.getOrDefault(code, code) : code;
    }

    /// A share as per cent with one digit after the point: `70.3 %`, `70.3%`.
    public String share(double share) {
        if (!Double.isFinite(share)) {
            return notAvailable();
        }
        double percent = share * 100;
        if (percent != 0 && Math.abs(percent) < 0.05) {
            return below("0.1" + percentSign());
        }
        return signed(percent, oneDigit(Math.abs(percent))) + percentSign();
    }

    /// A share as whole per cent, for sentences; one digit below ten per cent, and where nearly all would read as all.
    public String roundShare(double share) {
        boolean needsDigit = Math.abs(share) < 0.0995 || (share > 0.9945 && share < 1);
        return Double.isNaN(share) || needsDigit
                ? share(share)
                : signed(share, fixed(Math.abs(share) * 100, 0)) + percentSign();
    }

    /// Two shares as whole per cent: `11–24 %`; one digit if both are below ten per cent, more if they would else read
    /// as one.
    public String shareRange(double low, double high) {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return notAvailable();
        }
        int places = Math.abs(high) < 0.0995 ? 1 : 0;
        while (low != high && places < 2 && padded(low, places).equals(padded(high, places))) {
            places++;
        }
        String from = padded(low, places);
        String to = padded(high, places);
        return (from.equals(to) ? to : from + dash() + to) + percentSign();
    }

    /// A change of a share in points: `+2.1 pp`, `+2.1ポイント`.
    public String points(double change) {
        if (Double.isNaN(change)) {
            return notAvailable();
        }
        String digits = oneDigit(Math.abs(change * 100));
        String sign = digits.equals("0") ? "±" : change > 0 ? "+" : "−";
        return sign + digits + (japanese ? "ポイント" : " pp");
    }

    /// The distance of two shares in points, without a sign: `1.3 pp`.
    public String pointsApart(double distance) {
        return Double.isNaN(distance)
                ? notAvailable()
                : points(Math.abs(distance)).substring(1);
    }

    /// A concentration index in points, `10 000 x HHI`: `8,460`.
    public String hhi(double index) {
        return Double.isNaN(index) ? notAvailable() : digits(index * 10_000);
    }

    /// A date: `28 Oct 2025`, `2025年10月28日`.
    public String date(LocalDate date) {
        return japanese
                ? "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
                : DAY_EN.format(date);
    }

    /// A date as the register has it: a day, a month `2024-05`, a year, a fiscal year `FY2025` or a half-year
    /// `2024-H1`; anything else is given back as it is.
    public String period(String text) {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return date(LocalDate.parse(text));
        }
        if (text.matches("\\d{4}-\\d{2}")) {
            LocalDate first = LocalDate.parse(text + "-01");
            return japanese ? "%d年%d月".formatted(first.getYear(), first.getMonthValue()) : MONTH_EN.format(first);
        }
        if (text.matches("\\d{4}")) {
            return year(Integer.parseInt(text));
        }
        if (text.matches("FY\\d{4}")) {
            return fiscalYear(Integer.parseInt(text.substring(2)));
        }
        if (text.matches("\\d{4}-H[12]")) {
            String year = text.substring(0, 4);
            return japanese ? year + (text.endsWith("1") ? "年上半期" : "年下半期") : text.substring(5) + " " + year;
        }
        return text;
    }

    /// A year: `2030`, `2030年`.
    public String year(int year) {
        return japanese ? year + "年" : Integer.toString(year);
    }

    /// A Japanese fiscal year, named by the year in which it begins: `FY2025 (Apr–Mar)`, `2025年度`.
    public String fiscalYear(int year) {
        return japanese ? year + "年度" : "FY%d (Apr–Mar)".formatted(year);
    }

    /// A week of a run, from 1: `W07`, `第7週`.
    public String week(int week) {
        return japanese ? "第%d週".formatted(week) : "W%02d".formatted(week);
    }

    /// A length in weeks: `26 weeks`, `26週間`.
    public String weeks(int weeks) {
        return japanese ? weeks + "週間" : weeks == 1 ? "1 week" : weeks + " weeks";
    }

    /// A length in days: `60 days`, `60日`.
    public String days(double days) {
        return digits(days) + (japanese ? "日" : days == 1 ? " day" : " days");
    }

    /// A natural frequency: `8 of 10`, `10回中8回`; never 0 or 10 unless it is exactly so.
    ///
    /// @param share 0..1
    public String outOfTen(double share) {
        long tenths = Math.round(share * 10);
        if (share > 0 && tenths == 0) {
            return japanese ? "10回中1回未満" : "fewer than 1 of 10";
        }
        if (share < 1 && tenths == 10) {
            return japanese ? "10回中9回超" : "more than 9 of 10";
        }
        return japanese ? "10回中%d回".formatted(tenths) : "%d of 10".formatted(tenths);
    }

    /// Words after a range that say which one it is: `(P10–P90)`.
    public String band() {
        return japanese ? "(P10〜P90)" : " (P10–P90)";
    }

    /// A list within a sentence: `A, B and C`, `A、B、C`.
    public String list(List<String> items) {
        if (japanese || items.size() < 2) {
            return String.join(japanese ? "、" : "", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    /// What stands where there is no number.
    public String notAvailable() {
        return japanese ? "データなし" : "n/a";
    }

    /// What stands where a source has the number and keeps it.
    public String withheld() {
        return japanese ? "非公表(W)" : "W";
    }

    private record Unit(double size, String before, String after) {}

    private Unit massUnit(double tonnes) {
        double size = Math.abs(tonnes);
        if (japanese) {
            return size < 1e4
                    ? new Unit(1, "", "トン")
                    : size < 1e8 ? new Unit(1e4, "", "万トン") : new Unit(1e8, "", "億トン");
        }
        return size < 1e4 ? new Unit(1, "", " t") : size < 1e7 ? new Unit(1e3, "", " kt") : new Unit(1e6, "", " Mt");
    }

    private Unit moneyUnit(double amount, String currency) {
        double size = Math.abs(amount);
        if (japanese) {
            String name = currency(currency);
            if (size < 1e4) {
                return new Unit(1, "", name);
            }
            return size < 1e8
                    ? new Unit(1e4, "", "万" + name)
                    : size < 1e12 ? new Unit(1e8, "", "億" + name) : new Unit(1e12, "", "兆" + name);
        }
        String before = currency + " ";
        if (size < 999_500) {
            return new Unit(1, before, "");
        }
        return size < 999.5e6
                ? new Unit(1e6, before, " million")
                : size < 999.5e9 ? new Unit(1e9, before, " billion") : new Unit(1e12, before, " trillion");
    }

    private String scaled(double value, Unit unit, double least) {
        if (Double.isNaN(value)) {
            return notAvailable();
        }
        if (value != 0 && Math.abs(value) < least) {
            return below(unit.before + least + unit.after);
        }
        return signed(value, unit.before + scaledDigits(Math.abs(value), unit) + unit.after);
    }

    private String range(double low, double high, Unit unit) {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return notAvailable();
        }
        String from = signed(low, scaledDigits(Math.abs(low), unit));
        String to = signed(high, scaledDigits(Math.abs(high), unit));
        return unit.before + (from.equals(to) ? to : from + dash() + to) + unit.after;
    }

    /// Japanese counts in ten thousands: one digit after the point, none from a hundred on.
    private String scaledDigits(double value, Unit unit) {
        double scaled = value / unit.size;
        return japanese && unit.size > 1 && scaled < 100 ? oneDigit(scaled) : digits(scaled);
    }

    private String below(String limit) {
        return japanese ? limit + "未満" : "< " + limit;
    }

    private String percentSign() {
        return japanese ? "%" : " %";
    }

    private String dash() {
        return japanese ? "〜" : "–";
    }

    private static String signed(double value, String text) {
        return value < 0 && !text.equals("0") ? "−" + text : text;
    }

    private String digits(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A number for a reader must be finite, was " + value + ".");
        }
        BigDecimal exact = BigDecimal.valueOf(value).round(COMPUTED); // 1,424.9999999999998 is 1,425
        return grouped(exact.round(new MathContext(3, RoundingMode.HALF_UP)));
    }

    private String oneDigit(double value) {
        return grouped(BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP));
    }

    private String fixed(double value, int places) {
        return grouped(BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP));
    }

    /// A share in per cent with exactly so many digits after the point, so that both ends of a range have as many;
    /// nothing is plain `0`.
    private static String padded(double share, int places) {
        return share == 0
                ? "0"
                : BigDecimal.valueOf(share * 100)
                        .setScale(places, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private String grouped(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        DecimalFormat format = (DecimalFormat) grouped.clone();
        format.setMaximumFractionDigits(Math.max(0, stripped.scale()));
        return format.format(stripped);
    }
}
