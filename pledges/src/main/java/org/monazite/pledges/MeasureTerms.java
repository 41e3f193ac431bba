package org.monazite.pledges;

import java.util.List;

/// What exactly a target counts: without it a share is not a number that can be checked.
///
/// @param numerator what is counted above the line
/// @param denominator of what it is a share; empty where the target is no share
/// @param basePeriod the year or period that the target refers to, such as `FY2022`
/// @param definitions ids of the definitions that are computed, in the order shown; empty for all that there are
/// @param decides id of the definition that the text of the promise fixes; empty where it fixes none
/// @param of ids of the projects, controls or series that are counted; empty where the measure itself knows
/// @param portion the part of the output of those projects that is promised, 0..1; NaN where none is named
/// @param furtherTargets numbers promised beside the main one, such as a longer stock for some minerals
public record MeasureTerms(
        String numerator,
        String denominator,
        String basePeriod,
        List<String> definitions,
        String decides,
        List<String> of,
        double portion,
        List<FurtherTarget> furtherTargets) {

    /// Nothing is said about what is counted.
    public static final MeasureTerms NONE =
            new MeasureTerms("", "", "", List.of(), "", List.of(), Double.NaN, List.of());

    /// Copies the lists and checks that the deciding definition is one of them.
    public MeasureTerms {
        definitions = List.copyOf(definitions);
        of = List.copyOf(of);
        furtherTargets = List.copyOf(furtherTargets);
        if (portion < 0 || portion > 1) {
            throw new IllegalArgumentException("measure.portion must lie in 0..1, was " + portion);
        }
    }

    /// A number promised beside the main one.
    ///
    /// @param value the number, in the unit of the target
    /// @param whatEn what it is for, in English
    /// @param whatJa the same in Japanese
    public record FurtherTarget(double value, String whatEn, String whatJa) {}
}
