package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Questions of a plan that cannot be meant: each is refused with the value, the place where it stands and a way out.
class HostilePlansTest {

    @TempDir
    Path folder;

    /// A file and what its refusal must say.
    ///
    /// @param where line and column, as in `:2:9: `
    /// @param value a part of the message
    record Bad(String what, String yaml, String where, String value) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Bad> files() {
        return Stream.of(
                new Bad("budget below zero", "budget_usd: -5\n", ":1:13: ", "'-5'"),
                new Bad("line for nobody", "budget_lines: [{partner: AUS, usd: 1}]\n", ":1:26: ", "'AUS'"),
                new Bad("line for no place", "budget_lines: [{partner: XXX, usd: 1}]\n", ":1:26", "XXX"),
                new Bad(
                        "line by no instrument",
                        "budget_lines:\n  - {partner: JPN, instrument: grants, usd: 1}\n",
                        ":2:32",
                        "grants"),
                new Bad(
                        "line before the plan",
                        "budget_lines: [{partner: JPN, year: 2026, usd: 1}]\n",
                        ":1:37: ",
                        "2027"),
                new Bad(
                        "line after the plan",
                        "budget_lines: [{partner: JPN, year: 2037, usd: 1}]\n",
                        ":1:37: ",
                        "'2037'"),
                new Bad(
                        "line of years that fall",
                        "budget_lines: [{partner: JPN, year: 2030-2028, usd: 1}]\n",
                        ":1:37: ",
                        "2030"),
                new Bad("line below zero", "budget_lines: [{partner: JPN, usd: -1}]\n", ":1:36: ", "'-1'"),
                new Bad("line beyond all money", "budget_lines: [{partner: JPN, usd: 1e14}]\n", ":1:36: ", "'1e14'"),
                new Bad("line in other money", "budget_lines: [{partner: JPN, eur: 1}]\n", ":1:36: ", "'eur'"),
                new Bad("line in yen", "budget_lines: [{partner: JPN, budget_jpy: 1}]\n", ":1:43: ", "'budget_jpy'"),
                new Bad(
                        "line twice",
                        "budget_lines:\n  - {partner: JPN, year: 2028, usd: 1}\n  - {partner: Japan, year: 2027-2029, usd: 2}\n",
                        ":3:5: ",
                        "2028"),
                new Bad(
                        "floor without a contract",
                        "budget_lines: [{partner: JPN, instrument: floor, year: 2028, usd: 1}]\n",
                        ":1:56: ",
                        "2030"),
                new Bad("part of works by a purchase", "most_of_project: {purchase: 0.5}\n", ":1:19: ", "'purchase'"),
                new Bad("part above one", "most_of_project: {equity: 49}\n", ":1:27: ", "\"49\""),
                new Bad(
                        "parts that leave nobody to pay",
                        "most_of_project: {equity: 0.1, loan: 0.2, grant: 0.3}\n",
                        ":1:18: ",
                        "0.6"),
                new Bad("budget NaN", "budget_usd: .nan\n", ":1:13: ", "\".nan\""),
                new Bad("budget NaN, as Java has it", "budget_usd: NaN\n", ":1:13: ", "\"NaN\""),
                new Bad("budget without end", "budget_usd: .inf\n", ":1:13: ", "\".inf\""),
                new Bad("budget beyond all money", "budget_usd: 1e300\n", ":1:13: ", "'1e300'"),
                new Bad("budget beyond all numbers", "budget_usd: 1e999\n", ":1:13: ", "\"1e999\""),
                new Bad("budget left empty", "budget_usd:\n", ":1:12: ", "\"\""),
                new Bad("budget null", "budget_usd: ~\n", ":1:13: ", "\"~\""),
                new Bad("budget as text", "budget_usd: two billion\n", ":1:13: ", "\"two billion\""),
                new Bad("budget with a unit", "budget_usd: 2e9 USD\n", ":1:13: ", "\"2e9 USD\""),
                new Bad("budget with a comma", "budget_usd: 2,000,000\n", ":1:13: ", "\"2,000,000\""),
                new Bad("budget in hexadecimal floats", "budget_usd: 0x1p30\n", ":1:13: ", "\"0x1p30\""),
                new Bad("budget with the letter of a Java literal", "budget_usd: 5e8d\n", ":1:13: ", "\"5e8d\""),
                new Bad("budget in full-width digits", "budget_usd: １０００\n", ":1:13: ", "\"１０００\""),
                new Bad("budget as a list", "budget_usd: [1e9, 1e9]\n", ":1:13: ", "a word or number"),
                new Bad("budget in yen", "partners: [JPN]\nbudget_jpy: 1e11\n", ":2:13: ", "'budget_jpy'"),
                new Bad("budget in euro", "budget_eur: 1e9\n", ":1:13: ", "'budget_eur'"),
                new Bad("budget of a partner in yen", "budget_usd: {JPN: 1e9 JPY, USA: 1e9}\n", ":1:19: ", "1e9 JPY"),
                new Bad("budget of somebody else", "budget_usd: {JPN: 1, USA: 1, KOR: 5}\n", ":1:35: ", "'KOR'"),
                new Bad("budget of one partner missing", "budget_usd:\n  JPN: 1e9\n", ":2:3: ", "'USA'"),
                new Bad(
                        "budget of one place under two names",
                        "budget_usd: {JPN: 1, Japan: 2, USA: 3}\n",
                        ":1:22: ",
                        "'JPN'"),
                new Bad("budget of nobody", "budget_usd: {}\n", ":1:13: ", "'JPN'"),
                new Bad("key twice", "budget_usd: 1e9\nlast_year: 2036\nbudget_usd: 2e9\n", ":3:1: ", "'budget_usd'"),
                new Bad("target twice", "targets:\n  worst_ban: 0.1\n  worst_ban: 0.9\n", ":3:3: ", "'worst_ban'"),
                new Bad("key misspelt", "# plan\n\nbudgt_usd: 1e9\n", ":3:1)", "'budget_usd'"),
                new Bad("key in capitals", "Budget_usd: 1e9\n", ":1:1)", "'budget_usd'"),
                new Bad("target misspelt", "targets:\n  worstban: 0.1\n", ":2:3)", "'worst_ban'"),
                new Bad("target above one", "targets:\n  direct_share: 60\n", ":2:17: ", "60"),
                new Bad("target below zero", "targets:\n  traced_share: -0.1\n", ":2:17: ", "-0.1"),
                new Bad("target NaN", "targets: {worst_ban: .nan}\n", ":1:22: ", "\".nan\""),
                new Bad("target in percent", "targets: {worst_ban: 10 %}\n", ":1:22: ", "\"10 %\""),
                new Bad("targets as a list", "targets: [0.1, 0.2]\n", ":1:10: ", "keys and values"),
                new Bad("targets empty", "targets:\n", ":1:9: ", "keys and values"),
                new Bad("target year in the past", "budget_usd: 1e9\ntarget_year: 2019\n", ":2:14: ", "2019"),
                new Bad("target year this year", "target_year: 2026\n", ":1:14: ", "2026"),
                new Bad("target year after the last", "last_year: 2034\ntarget_year: 2035\n", ":1:12: ", "2034"),
                new Bad("no years at all", "last_year: 2026\n", ":1:12: ", "2026"),
                new Bad("a plan of a thousand years", "last_year: 3026\n", ":1:12: ", "3026"),
                new Bad("decided after the target", "as_of_year: 2031\n", ":1:13: ", "2031"),
                new Bad(
                        "decided before the record begins",
                        "as_of_year: 1990\ntarget_year: 1994\nlast_year: 2000\n",
                        ":1:13: ",
                        "1990"),
                new Bad("decided in the year zero", "as_of_year: 0\ntarget_year: 5\nlast_year: 9\n", ":1:13: ", "0"),
                new Bad("half a year", "target_year: 2030.5\n", ":1:14: ", "2030.5"),
                new Bad("a year as a date", "target_year: 2030-01-01\n", ":1:14: ", "2030-01-01"),
                new Bad("a year of fiscal kind", "target_year: FY2030\n", ":1:14: ", "FY2030"),
                new Bad("year beyond integers", "last_year: 99999999999\n", ":1:12: ", "99999999999"),
                new Bad("ban of no quarters", "ban_quarters: 0\n", ":1:15: ", "0"),
                new Bad("ban of four years", "ban_quarters: 16\n", ":1:15: ", "16"),
                new Bad("ban of half a quarter", "ban_quarters: 1.5\n", ":1:15: ", "1.5"),
                new Bad("rate of interest in percent", "tail: 0.9\ndiscount_rate: 4\n", ":2:16: ", "4"),
                new Bad("rate below zero", "discount_rate: -0.01\n", ":1:16: ", "-0.01"),
                new Bad("tail of one", "tail: 1\n", ":1:7: ", "1"),
                new Bad("worst years weighed in percent", "risk_weight: 50\n", ":1:14: ", "50"),
                new Bad("worst years weighed below zero", "risk_weight: -0.5\n", ":1:14: ", "-0.5"),
                new Bad("worst years weighed by a word", "risk_weight: half\n", ":1:14: ", "\"half\""),
                new Bad("worst years capped below zero", "targets:\n  cvar_usd: -1e9\n", ":2:13: ", "-1e9"),
                new Bad("worst years capped beyond all money", "targets: {cvar_usd: 1e14}\n", ":1:21: ", "1e14"),
                new Bad("worst years capped in yen", "targets: {cvar_jpy: 1e11}\n", ":1:11)", "'cvar_jpy'"),
                new Bad("generic part of two", "generic_part: 2\n", ":1:15: ", "2"),
                new Bad("no time", "time_limit_seconds: 0\n", ":1:21: ", "0"),
                new Bad("time below zero", "time_limit_seconds: -3\n", ":1:21: ", "-3"),
                new Bad("chance above one", "chance: 1.2\n", ":1:9: ", "1.2"),
                new Bad("chance below zero", "chance: -0.2\n", ":1:9: ", "-0.2"),
                new Bad("chance NaN", "chance: nan\n", ":1:9: ", "\"nan\""),
                new Bad("nobody plans", "partners: []\n", ":1:11: ", "'partners'"),
                new Bad("a partner twice", "partners: [JPN, USA, JPN]\n", ":1:22: ", "'JPN'"),
                new Bad("a partner twice under two names", "partners: [JPN, japan]\n", ":1:17: ", "'JPN'"),
                new Bad("a partner nobody knows", "partners: [JPN, USX]\n", ":1:17)", "'USA'"),
                new Bad("a partner without a name", "partners: [JPN, '']\n", ":1:17)", "''"),
                new Bad("a partner as a mapping", "partners: [{JPN: 1}]\n", ":1:12: ", "a word or number"),
                new Bad("all the world as partners", "partners: all\n", ":1:11: ", "\"all\""),
                new Bad("a partner that buys no magnets", "partners: [JPN, MMR]\n", ":1:17: ", "MMR"),
                new Bad("a partner feared", "budget_usd: 1\npartners: [JPN, CHN]\n", ":2:17: ", "CHN"),
                new Bad("oneself feared", "partners: [JPN]\nagainst: JPN\n", ":2:10: ", "JPN"),
                new Bad("a supplier nobody knows", "against: CHM\n", ":1:10)", "'CHN'"),
                new Bad(
                        "a supplier like a key of our texts",
                        "against: \"{kind.place}\"\n",
                        ":1:10)",
                        "'{kind.place}'"),
                new Bad("a supplier like a place in our texts", "against: \"{1}{2}\"\n", ":1:10)", "'{1}{2}'"),
                new Bad("two suppliers", "against: [CHN, RUS]\n", ":1:10: ", "a word or number"),
                new Bad("no supplier", "against:\n", ":1:9)", "''"),
                new Bad("a project nobody knows", "exclude:\n  - nolanz\n", ":2:5)", "nolans"),
                new Bad(
                        "an option at a place where it cannot be",
                        "include: [mag.module@CHN]\n",
                        ":1:11)",
                        "mag.module@"),
                new Bad("in and out at once", "include: [nolans]\nexclude: [nolans]\n", ":2:11: ", "'nolans'"),
                new Bad("in twice", "include: [nolans, nolans]\n", ":1:19: ", "'nolans'"),
                new Bad("a contract with nobody", "include: [offtake.]\n", ":1:11: ", "'offtake.'"),
                new Bad(
                        "a contract with a place nobody knows",
                        "include: [offtake.XXX/ndpr.metal@USA]\n",
                        ":1:11: ",
                        "offtake.XXX"),
                new Bad("a way to trace nobody knows", "traced: declred\n", ":1:9: ", "'declred'"),
                new Bad("an adversary nobody knows", "adversary: triples\n", ":1:12: ", "'triples'"),
                new Bad("an episode nobody knows", "episodes: [licence, flood]\n", ":1:21: ", "'flood'"),
                new Bad("a stock that gives nothing", "stocks: {release: 0}\n", ":1:19: ", "\"0\""),
                new Bad("a stock that gives more than itself", "stocks:\n  release: 12.5\n", ":2:12: ", "12.5"),
                new Bad("a stock in percent", "stocks: {release: 12 %}\n", ":1:19: ", "\"12 %\""),
                new Bad("a fill below zero", "stocks: {fill: -0.1}\n", ":1:16: ", "-0.1"),
                new Bad("a rule of a word", "stocks: slowly\n", ":1:9: ", "keys and values"),
                new Bad("a rule misspelt", "stocks: {relase: 0.1}\n", ":1:10)", "'release'"),
                new Bad("a stock opened by nobody known", "stocks: {triggers: [CHM]}\n", ":1:21)", "'CHN'"),
                new Bad("a stock opened twice", "stocks: {triggers: [CHN, china]}\n", ":1:26: ", "'CHN'"),
                new Bad("projects that wait for each other", "precedence: {a: b, b: a}\n", ":1:1)", "'precedence'"),
                new Bad("an own price", "projects: [{id: x, capex_usd: -5}]\n", ":1:1)", "'projects'"),
                new Bad("nothing", "", ":1:1: ", "empty"),
                new Bad("blanks alone", "\n\n   \n", ":1:1: ", "empty"),
                new Bad("a remark alone", "# nothing\n", ":1:1: ", "empty"),
                new Bad("a list", "- partners: [JPN]\n", ":1:1: ", "keys and values"),
                new Bad("a number", "42\n", ":1:1: ", "keys and values"),
                new Bad("a tab", "targets:\n\tworst_ban: 0.1\n", ":2:1: ", "YAML"),
                new Bad("a bracket left open", "partners: [JPN, USA\nagainst: CHN\n", ":2:8: ", "YAML"),
                new Bad("a quote left open", "name: \"x\npartners: [JPN]\n", ":3:1: ", "YAML"),
                new Bad("two documents", "against: CHN\n---\nagainst: RUS\n", ":2:1: ", "YAML"),
                new Bad("an object", "name: !!javax.script.ScriptEngineManager [x]\n", ":1:7: ", "tag"),
                new Bad("a tag of its own", "budget_usd: !eur 5\n", ":1:13: ", "!eur"),
                new Bad("an anchor nobody set", "budget_usd: *money\n", ":1:13: ", "YAML"),
                new Bad("an anchor within itself", "targets: &t {worst_ban: *t}\n", ":1:", "a word or number"),
                new Bad("merged keys", "targets: &t {worst_ban: 0.1}\n<<: *t\n", ":2:1)", "'<<'"),
                new Bad("a bomb", bomb(), ":", "YAML"),
                new Bad("brackets without end", "partners: " + "[".repeat(100_000) + "\n", ":1:", "YAML"),
                new Bad("a key as a list", "[a, b]: 1\n", ":1:1: ", "a word or number"),
                new Bad("a nought in the text", "name: a\0b\n", ":1:8: ", "U+0000"),
                new Bad("half a surrogate", "name: \"\\ud800\"\nbudget_usd: -1\n", ":2:13: ", "'-1'"),
                new Bad("byte order mark", "\uFEFFbudget_usd: -1\n", ":1:13: ", "'-1'"),
                new Bad("line ends of Windows", "partners: [JPN]\r\nbudget_usd: -1\r\n", ":2:13: ", "'-1'"),
                new Bad("line ends of old Macs", "partners: [JPN]\rbudget_usd: -1\r", ":2:13: ", "'-1'"),
                new Bad(
                        "a line of a million letters",
                        "name: " + "x".repeat(900_000) + "\nbudget_usd: -1\n",
                        ":2:13: ",
                        "'-1'"),
                new Bad("a value of a million letters", "against: " + "x".repeat(900_000) + "\n", ":1:10)", "xxx"),
                new Bad("a line of 5 MB", "name: " + "x".repeat(5_000_000) + "\n", "", "5000007"));
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 30; i++) {
            text.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ",").repeat(9))
                    .append("x]\n");
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_question_that_cannot_be_meant_is_refused_at_its_place(Bad bad) throws IOException {
        Path file = folder.resolve("bad.yaml");
        Files.writeString(file, bad.yaml, StandardCharsets.UTF_8);

        Cli.Result result = Cli.shared().run("plan", "solve", file.toString());

        assertThat(result.err())
                .contains("bad.yaml" + bad.where.strip())
                .contains(bad.value)
                .contains("\nMaybe ");
        assertThat(result.err().lines().count()).as(result.err()).isEqualTo(2);
        assertThat(result.err().length()).isLessThan(1000);
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).isEmpty();

        Cli.Result japanese = Cli.shared().run("plan", "solve", file.toString(), "--lang", "ja");
        assertThat(japanese.code()).isEqualTo(3);
        assertThat(japanese.err()).contains("\nもしかして");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            plan solve --budget -1              | 2 | "-1.0"
            plan solve --budget NaN             | 2 | "NaN"
            plan solve --budget 1e300           | 2 | 1.0E300
            plan solve --budget two             | 2 | --budget is
            plan solve --chance 2               | 2 | --chance
            plan solve --release 0              | 2 | --release
            plan solve --release 12.5           | 2 | 12.5
            plan solve --release slowly         | 2 | --release is
            plan solve --opens CHM              | 4 | 'CHN'
            plan solve --late 21                | 2 | --late
            plan solve --late 2.5               | 2 | not a whole number
            plan solve --without nobody         | 3 | 'nobody'
            plan solve --without mp.mine        | 3 | ran in 2024
            plan solve --without nolans         | 3 | not decided
            plan solve --chain copper           | 4 | magnets
            plan solve nope                     | 4 | default
            plan solve --method simplex         | 2 | decomposed
            plan solve --frontier 1             | 2 | from 2 to 100
            plan solve --frontier=0             | 2 | from 2 to 100
            plan solve --frontier=many          | 2 | not a whole number
            plan solve --adversary triple       | 2 | pairs
            plan solve --episodes flood         | 2 | licence, outage, lane
            plan solve --timeout 0s             | 2 | "0s"
            plan solve --threads 0              | 2 | --threads
            plan frontier --points 1            | 2 | --points
            plan frontier --by month            | 2 | year
            plan why nope                       | 2 | PROJECT
            plan why default nope               | 4 | 'nope'
            plan why default vulcan             | 3 | --without vulcan
            plan why default mp.mine            | 3 | cannot be chosen
            plan why default offtake.XXX/a@USA  | 3 | There is no contract
            plan equation JPN copper            | 3 | dy.oxide
            plan equation JPN magnet 2029       | 3 | 2030, 2033
            plan worth --stock JPN              | 2 | JPN:dy.oxide
            plan worth --stock JPN:copper       | 3 | dy.oxide
            plan worth --capacity XXX:dy.oxide  | 3 | such as
            plan alternatives --tolerance 0     | 2 | --tolerance
            plan new x --for CHN                | 2 | 'CHN'
            plan new x --for ,                  | 2 | --for
            plan new ../x                       | 2 | '../x'
            plan new x --budget -1              | 2 | -1.0
            """)
    void a_command_that_cannot_be_meant_is_refused_in_both_languages(String line, int code, String word) {
        Cli.Result english = Cli.shared().line(line);
        Cli.Result japanese = Cli.shared().line(line + " --lang ja");

        assertThat(english.err()).contains(word).contains("\nMaybe ").doesNotContain("a fault of");
        assertThat(english.code()).isEqualTo(code);
        assertThat(japanese.code()).isEqualTo(code);
        assertThat(japanese.err()).contains("\nもしかして");
        assertThat(japanese.err())
                .doesNotContainPattern("(?<!monazite |plan )\\b[a-z]{3,} (of|is|not|the|must|has) [a-z]{2,}");
        assertThat(english.out() + japanese.out()).isEmpty();
    }
}
