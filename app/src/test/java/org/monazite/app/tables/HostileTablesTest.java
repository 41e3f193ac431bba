package org.monazite.app.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.monazite.app.text.Problem;
import org.monazite.shock.ario.MrioTable;
import org.monazite.shock.esri.SalesNetwork;
import org.monazite.shock.firms.FirmNetwork;

/// 300 damaged files for each reader: a whole result that obeys the rules, or a message that says where
/// and what helps.
class HostileTablesTest {

    private static final int MUTANTS = 300;

    private interface Reader {
        void read(String mutant) throws IOException;
    }

    private static void each(String text, Reader reader) {
        int refused = 0;
        for (int seed = 0; seed < MUTANTS; seed++) {
            String mutant = Mutants.of(text, seed);
            try {
                reader.read(mutant);
            } catch (Problem problem) {
                refused++;
                assertThat(problem.getMessage()).as("mutant %d", seed).contains("file", "\nMaybe");
                assertThat(problem.getMessage()).as("mutant %d", seed).hasSizeLessThan(2_000);
            } catch (IOException | RuntimeException e) {
                throw new AssertionError("mutant %d: %s\n%s".formatted(seed, e, mutant), e);
            }
        }
        assertThat(refused).isGreaterThan(MUTANTS / 3);
    }

    private static Input file(String name, String text) {
        return Input.of("file " + name, text);
    }

    private static final String FLOWS = """
            ,A|ore,A|metal,B|ore,B|metal
            A|ore,0,10,0,2.5
            A|metal,1,0,0.5,3
            B|ore,0,4,1,6
            B|metal,0,0,2,1e0
            """;
    private static final String DEMAND = """
            ,A|final,B|final
            A|ore,1,0
            A|metal,20,5
            B|ore,0,2
            B|metal,3,30
            """;
    private static final String OUTPUT = """
            ,indout
            A|ore,13.5
            A|metal,29.5
            B|ore,13
            B|metal,36
            """;

    private static void sound(MrioTable table) {
        assertThat(table.size()).isPositive();
        for (int i = 0; i < table.size(); i++) {
            double taken = table.finalDemand(i, 0);
            for (int consumer = 1; consumer < table.consumers().size(); consumer++) {
                taken += table.finalDemand(i, consumer);
            }
            for (int j = 0; j < table.size(); j++) {
                assertThat(table.flow(i, j)).isNotNegative().isFinite();
                taken += table.flow(i, j);
            }
            assertThat(table.output(i)).isNotNegative();
            assertThat(Math.abs(table.output(i) - taken)).isLessThanOrEqualTo(2e-6 * Math.max(taken, table.output(i)));
        }
    }

    @Test
    void tables_of_flows() {
        each(
                FLOWS,
                mutant -> sound(MrioFiles.read(
                        file("Z", mutant), file("Y", DEMAND), Optional.of(file("x", OUTPUT)), MrioFiles.Rules.STRICT)));
    }

    @Test
    void tables_of_flows_with_two_header_lines() {
        String two = """
                region\t\tA\tA\tB\tB
                sector\t\tore\tmetal\tore\tmetal
                region\tsector\t\t\t\t
                A\tore\t0\t10\t0\t2.5
                A\tmetal\t1\t0\t0.5\t3
                B\tore\t0\t4\t1\t6
                B\tmetal\t0\t0\t2\t1e0
                """;
        each(
                two,
                mutant -> sound(MrioFiles.read(
                        file("Z", mutant), file("Y", DEMAND), Optional.of(file("x", OUTPUT)), MrioFiles.Rules.STRICT)));
    }

    @Test
    void tables_of_final_demand_and_output() {
        each(
                DEMAND,
                mutant -> sound(MrioFiles.read(
                        file("Z", FLOWS), file("Y", mutant), Optional.of(file("x", OUTPUT)), MrioFiles.Rules.STRICT)));
        each(
                OUTPUT,
                mutant -> sound(MrioFiles.read(
                        file("Z", FLOWS), file("Y", DEMAND), Optional.of(file("x", mutant)), MrioFiles.Rules.STRICT)));
    }

    @Test
    void lists_of_sales() {
        String sales = """
                supplier,customer,supplierNACE,customerNACE,weight,type
                a,b,1,2,3.5,2
                b,c,2,3,1e2,1
                c,a,3,1,7,0
                a,c,1,3,0.25,2
                """;
        each(sales, mutant -> {
            SalesNetwork network = SalesFiles.read(file("sales", mutant)).network();
            double sum = 0;
            for (int firm = 0; firm < network.firms(); firm++) {
                assertThat(network.sales(firm)).isNotNegative().isFinite();
                sum += network.sales(firm);
            }
            assertThat(sum).isPositive();
        });
    }

    private static final String FIRMS = "a 1 10\nb 2 7\nc 2 5.5\n";
    private static final String FINAL = "a 4\nb 6\nc 5.5\n";
    private static final String LINKS = "a b 3\na c 3\nb a 1\n";
    private static final String OUTPUTS = "a 10\nb 7\nc 5.5\n";

    private static void firms(String firms, String finalDemand, String links, String outputs) throws IOException {
        FirmNetwork network = FirmFiles.read(
                        file("firms", firms),
                        file("final", finalDemand),
                        file("links", links),
                        Optional.of(file("output", outputs)),
                        Repeats.ADD)
                .network();
        for (int link = 0; link < network.links(); link++) {
            assertThat(network.amount(link)).isPositive().isFinite();
        }
        for (int firm = 0; firm < network.firms(); firm++) {
            assertThat(network.output(firm)).isNotNegative().isFinite();
        }
    }

    @Test
    void lists_of_firms_links_and_final_demand() {
        each(FIRMS, mutant -> firms(mutant, FINAL, LINKS, OUTPUTS));
        each(FINAL, mutant -> firms(FIRMS, mutant, LINKS, OUTPUTS));
        each(LINKS, mutant -> firms(FIRMS, FINAL, mutant, OUTPUTS));
        each(OUTPUTS, mutant -> firms(FIRMS, FINAL, LINKS, mutant));
    }

    @Test
    void lists_of_damages() throws IOException {
        FirmNetwork network = FirmFiles.read(
                        file("firms", FIRMS), file("final", FINAL), file("links", LINKS), Optional.empty(), Repeats.ADD)
                .network();

        each(
                "a 0.5 3\nb 1\nc 0.25 0\n",
                mutant -> FirmFiles.damages(file("damage", mutant), network)
                        .forEach(damage -> assertThat(damage.share()).isBetween(0.0, 1.0)));
    }
}
