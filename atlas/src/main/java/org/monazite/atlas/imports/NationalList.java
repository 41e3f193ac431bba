package org.monazite.atlas.imports;

import java.util.Optional;

/// A list of codes that one customs territory uses: the six digits of the harmonised system and more behind them. The
/// same digits mean different things in two lists, and imports and exports have lists of their own in some places.
public enum NationalList {
    /// Japan, imports: nine digits.
    JPM9("JPN", 9),
    /// Japan, exports: nine digits.
    JPX9("JPN", 9),
    /// European Union, Combined Nomenclature: eight digits.
    EUCN8("EU27", 8),
    /// United States, imports: ten digits of the Harmonized Tariff Schedule.
    USHTS10("USA", 10),
    /// United States, exports: ten digits of Schedule B.
    USSB10("USA", 10);

    private final String place;
    private final int digits;

    NationalList(String place, int digits) {
        this.place = place;
        this.digits = digits;
    }

    /// Whose list it is.
    public String place() {
        return place;
    }

    /// How long its codes are.
    public int digits() {
        return digits;
    }

    /// The list of a scheme; empty for the harmonised system itself.
    public static Optional<NationalList> find(String scheme) {
        for (NationalList list : values()) {
            if (list.name().equals(scheme)) {
                return Optional.of(list);
            }
        }
        return Optional.empty();
    }

    /// Whether one line of a file under this list holds a year month by month.
    static boolean hasMonthsInALine(String scheme) {
        return scheme.equals(JPM9.name()) || scheme.equals(JPX9.name());
    }
}
