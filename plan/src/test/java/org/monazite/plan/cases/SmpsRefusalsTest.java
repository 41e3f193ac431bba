package org.monazite.plan.cases;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is not read is refused with its line and column.
class SmpsRefusalsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UP BND X 3   | .sto line 4 column 2: 'UP X' belongs to the first period, which is not random
            BV BND Y 1   | .sto line 4 column 2: a random bound of type 'BV' is not something we read: UP, LO, FX
            RNG DEMAND 3 | .sto line 4 column 2: 'RNG' is a set of ranges or bounds; random ranges are not something we read
            RHS COST 3   | .sto line 4 column 2: a random constant of the objective is not something we read
            """)
    void what_cannot_be_random_is_said_with_its_place(String entry, String message) {
        String core = SmpsFormsTest.CORE.replace("BOUNDS", "RANGES\n RNG DEMAND 1\nBOUNDS");

        assertThatThrownBy(() -> Smps.read(
                        core,
                        SmpsFormsTest.TIME,
                        "STOCH\nSCENARIOS DISCRETE\n SC A ROOT 1 LATER\n " + entry + "\nENDATA\n"))
                .hasMessage(message);
    }

    @Test
    void a_period_that_does_not_begin_with_the_first_column_is_refused() {
        assertThatThrownBy(() -> Smps.read(
                        SmpsFormsTest.CORE, SmpsFormsTest.TIME.replace(" X COST", " Y COST"), SmpsFormsTest.STOCH))
                .hasMessage(".tim line 3 column 2: columns before 'Y' belong to no period");
        assertThatThrownBy(() -> Smps.read(
                        SmpsFormsTest.CORE, SmpsFormsTest.TIME.replace(" X COST", " X CAST"), SmpsFormsTest.STOCH))
                .hasMessage(".tim line 3 column 4: there is no row 'CAST'");
    }

    @Test
    void a_third_period_is_refused_where_it_begins() {
        assertThatThrownBy(() -> Smps.read(
                        SmpsFormsTest.CORE,
                        SmpsFormsTest.TIME.replace("ENDATA", " Z DEMAND LAST\nENDATA"),
                        SmpsFormsTest.STOCH))
                .hasMessage(".tim line 5 column 2: there are 3 periods; we read programs of two");
    }

    @Test
    void a_sense_or_marker_that_is_none_is_refused() {
        assertThatThrownBy(() -> Smps.read(
                        SmpsFormsTest.CORE.replace("ROWS", "OBJSENSE\n MOST\nROWS"),
                        SmpsFormsTest.TIME,
                        SmpsFormsTest.STOCH))
                .hasMessage(".cor line 3 column 2: 'MOST' is no sense of an objective: MIN or MAX");
        assertThatThrownBy(() -> Smps.read(
                        SmpsFormsTest.CORE.replace(" Y COST", " M 'MARKER' 'SOSORG'\n Y COST"),
                        SmpsFormsTest.TIME,
                        SmpsFormsTest.STOCH))
                .hasMessage(".cor line 9 column 13: the marker ''SOSORG'' is not one we read");
    }
}
