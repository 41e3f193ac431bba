package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Programs in SMPS form, facility locations and pocket plans with one thing wrong: each is refused with its place,
/// never answered.
class HostileCasesTest {

    private static final Path FARMER = Path.of("..", "cases", "plan", "smps", "farmer");
    private static final Path POCKET = Path.of("..", "cases", "plan", "pocket", "pocket.yaml");
    private static final String SITES = "2 2\n10 5\n8 0\n4 1 2\n6 3 4\n";

    @TempDir
    Path folder;

    private void refused(Cli.Result result, String where, String words) {
        assertThat(result.err()).contains(where).contains(words).contains("\nMaybe ");
        assertThat(result.err()).doesNotContain("a fault of", "Exception");
        assertThat(result.err().length()).isLessThan(800);
        assertThat(result.code()).isEqualTo(3);
    }

    private Cli.Result smps(String file, String from, String to) throws IOException {
        for (String name : new String[] {"farmer.cor", "farmer.tim", "farmer-scen.sto"}) {
            String text = Files.readString(FARMER.resolve(name));
            if (name.equals(file)) {
                assertThat(text).contains(from);
                int at = text.indexOf(from);
                text = text.substring(0, at) + to + text.substring(at + from.length());
            }
            Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
        }
        return Cli.shared().run("verify", "smps", folder.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            farmer.cor      | 150.0          | nan             | farmer.cor:11:30  | 'nan'
            farmer.cor      | 150.0          | 1e999           | farmer.cor:11:30  | '1e999'
            farmer.cor      | 150.0          | 0x1p4           | farmer.cor:11:30  | '0x1p4'
            farmer.cor      | 150.0          | 15O.0           | farmer.cor:11:30  | '15O.0'
            farmer.cor      | XWHEAT    WHEAT | XWHEAT    WHAET | farmer.cor:12:15 | 'WHAET'
            farmer.cor      | XCORN     CORN | XCORN     COST  | farmer.cor:14:15  | already has a cost
            farmer.cor      | ' G  CORN'     | ' G  WHEAT'     | farmer.cor:8:5    | 'WHEAT'
            farmer.cor      | ' G  CORN'     | ' X  CORN'      | farmer.cor:8:2    | 'X'
            farmer.cor      | ' N  COST'     | ' L  COST'      | farmer.cor        | objective
            farmer.cor      | COLUMNS        | QCOLUMNS        | farmer.cor:10:1   | 'QCOLUMNS'
            farmer.cor      | RHS       CORN | RHS       LAND  | farmer.cor:25:15  | 'LAND'
            farmer.cor      | ' UP BND       SELLBHI       6000.0' | ' UP BND       SELLBHJ       6000.0' | farmer.cor:27:15 | 'SELLBHJ'
            farmer.cor      | ' UP BND       SELLBHI' | ' SC BND       SELLBHI' | farmer.cor:27:2 | 'SC'
            farmer.cor      | ENDATA         | ''              | farmer.cor:29     | cut off
            farmer.tim      | BUYW           | BUYX            | farmer.tim:4:5    | 'BUYX'
            farmer.tim      | HARVEST        | 'H
                BUYC      CORN                     LATER' | farmer.tim | 3 periods
            farmer.tim      | ENDATA         | ''              | farmer.tim:6      | cut off
            farmer-scen.sto | 0.333333333333333    HARVEST | -0.1 HARVEST | farmer-scen.sto:4:25 | '-0.1'
            farmer-scen.sto | 0.333333333333333    HARVEST | 33.3 HARVEST | farmer-scen.sto:4:25 | '33.3'
            farmer-scen.sto | 0.333333333333333    HARVEST | x HARVEST | farmer-scen.sto:4:25 | 'x'
            farmer-scen.sto | POOR      GOOD | POOR      GODO  | farmer-scen.sto:9:15 | 'GODO'
            farmer-scen.sto | SC POOR        | SC GOOD         | farmer-scen.sto:9:5 | 'GOOD'
            farmer-scen.sto | XCORN     CORN | XCRON     CORN  | farmer-scen.sto:7:5 | 'XCORN'
            farmer-scen.sto | XCORN     CORN | XCORN     CRNO  | farmer-scen.sto:7:15 | 'CRNO'
            farmer-scen.sto | XCORN     CORN | XCORN     LAND  | farmer-scen.sto:7:5 | first period
            farmer-scen.sto | XCORN     CORN | XWHEAT    WHEAT | farmer-scen.sto:7:15 | already
            farmer-scen.sto | SCENARIOS     DISCRETE | SCENARIOS     NORMAL | farmer-scen.sto:3:1 | DISCRETE
            farmer-scen.sto | SCENARIOS     DISCRETE | TREE | farmer-scen.sto:3:1 | 'TREE'
            farmer-scen.sto | 3.6            | .nan            | farmer-scen.sto:7:32 | '.nan'
            farmer-scen.sto | ENDATA         | ''              | farmer-scen.sto:14 | cut off
            """)
    void a_program_with_one_thing_wrong(String file, String from, String to, String where, String words)
            throws IOException {
        refused(smps(file, from, to), where, words);
    }

    @Test
    void a_coefficient_beyond_all_scale_is_refused_with_its_row() throws IOException {
        refused(smps("farmer.cor", "XWHEAT    WHEAT            2.5", "XWHEAT    WHEAT 1e20"), "farmer", "WHEAT");
    }

    @Test
    void chances_that_do_not_add_to_one_are_used_as_they_are_and_the_sum_is_shown() throws IOException {
        Cli.Result result = smps("farmer-scen.sto", "0.333333333333333    HARVEST", "0.233333333333333 HARVEST");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("  3  0.9  ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 2      | 0 2     | :1:1 | '0'
            2 2      | 2.5 2   | :1:1 | '2.5'
            2 2      | 2 x     | :1:3 | 'x'
            2 2      | 99999 2 | :1:1 | '99999'
            2 2      | 2 3     | :5   | ends after
            2 2      | 2 1     | :5:1 | '6'
            10 5     | -10 5   | :2:1 | '-10'
            10 5     | nan 5   | :2:1 | 'nan'
            10 5     | 1e300 5 | :2:1 | '1e300'
            10 5     | 0x10 5  | :2:1 | '0x10'
            10 5     | 1d 5    | :2:1 | '1d'
            10 5     | 1 5     | ''   | short of the demand
            10 5     | 0 5     | ''   | short of the demand
            4 1 2    | -4 1 2  | :4:1 | '-4'
            4 1 2    | 4 1     | :5   | ends after
            4 1 2    | 1e-12 1 2 | '' | lie too far apart
            """)
    void a_facility_location_with_one_thing_wrong(String from, String to, String where, String words)
            throws IOException {
        Path file = Files.writeString(folder.resolve("sites.txt"), SITES.replace(from, to));

        refused(Cli.shared().run("verify", "cflp", file.toString()), "sites.txt" + where, words);
    }

    @Test
    void a_site_that_can_hold_nothing_serves_nobody() throws IOException {
        Path file = Files.writeString(folder.resolve("sites.txt"), "2 1\r\n0 0\r\n9 7\r\n3 1 2\r\n");

        Cli.Result result = Cli.shared().run("verify", "cflp", file.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("objective 9.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quarters: 4     | quarters: 0      | :2:11 | "0"
            quarters: 4     | quarters: 4000   | :2:11 | "4000"
            quarters: 4     | quarters: four   | :2:11 | "four"
            t_per_yr: 100   | t_per_yr: -100   | :3:32 | "-100"
            t_per_yr: 100   | t_per_yr: .nan   | :3:32 | ".nan"
            t_per_yr: 100   | t_per_yr: 1e300  | :3:32 | "1e300"
            t_per_yr: 100   | t_per_yr: 0x64   | :3:32 | "0x64"
            t_per_yr: 100   | t_per_yr: !t 100 | :3:32 | "!t"
            unmet_value_kusd_per_t: 200 | unmet_value: 200 | :3:37 | unmet_value_kusd_per_t
            id: B           | id: A            | :8:10 | 'A'
            probability: 0.80 | probability: 0.90 | :14:33 | 1.05
            probability: 0.80 | probability: -0.8 | :13:29 | "-0.8"
            probability: 0.80 | probability: 80 % | :13:29 | "80 %"
            'banned: CHN, ban_quarters: [1, 2, 3, 4]' | 'banned: CHM, ban_quarters: [1, 2, 3, 4]' | :14:47 | 'CHN'
            '[1, 2, 3, 4]'  | '[1, 2, 3, 5]'   | :14:76 | "5"
            '[1, 2, 3, 4]'  | '[]'             | :14: | 'CHN-year'
            probability: 0.80 | probability: 0.70 | :15:33 | 0.9
            max_t: 25       | 'max_t: 25, max_t: 30' | :11:15 | 'max_t'
            worst_ban_unmet_limits_t: [60 | worst_ban_unmet_limits_t: [6O | :17:30 | "6O"
            budgets_kusd: [0, 300 | budgets_kusd: [0, -300 | :18:21 | "-300"
            'projects: [C], at_t: 10' | 'projects: [D], at_t: 10' | :20:19 | 'D'
            'suppliers:'    | 'supliers:'      | :4:1  | 'suppliers'
            """)
    void a_pocket_plan_with_one_thing_wrong(String from, String to, String where, String words) throws IOException {
        String text = Files.readString(POCKET);
        assertThat(text).contains(from);
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(from), to.replace("$", "\\$")));

        refused(Cli.shared().run("verify", "pocket", file.toString()), "mine.yaml" + where, words);
    }
}
