package org.monazite.exposure;

/// GeoPolRisk scores of many materials, importers and years at once.
///
/// Layout: `imports[((material * importers + importer) * years + year) * partners + partner]`, tonnes;
/// `production[(material * importers + importer) * years + year]`, own tonnes; `hhi[material * years +
/// year]`; `risk[year * partners + partner]`, `g` in 0..1. Nothing is allocated but the result; `O(all
/// imports)`.
public final class GeoPolRiskGrid {

    private GeoPolRiskGrid() {}

    /// Sizes of the axes.
    public record Size(int materials, int importers, int years, int partners) {}

    /// Scores in the layout of `production`; NaN where an importer neither makes nor imports.
    public static double[] scores(Size size, double[] imports, double[] production, double[] hhi, double[] risk) {
        double[] scores = new double[size.materials() * size.importers() * size.years()];
        for (int cell = 0; cell < scores.length; cell++) {
            int year = cell % size.years();
            int material = cell / (size.years() * size.importers());
            int at = cell * size.partners();
            int g = year * size.partners();
            double weighted = 0;
            double tonnes = 0;
            for (int partner = 0; partner < size.partners(); partner++) {
                double f = imports[at + partner];
                weighted += risk[g + partner] * f;
                tonnes += f;
            }
            scores[cell] = hhi[material * size.years() + year] * (weighted / (production[cell] + tonnes));
        }
        return scores;
    }
}
