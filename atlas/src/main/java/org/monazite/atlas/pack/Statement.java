package org.monazite.atlas.pack;

/// One source's word on a quantity.
///
/// @param figure the figure
/// @param quantity what it is about
/// @param side who counted a flow: `EXPORTER`, `IMPORTER`, or `NEITHER`
/// @param vintage the edition that says so; the date of the source where the row names none
/// @param family the source without its edition: figures of one family in two vintages are revisions
/// @param code the customs code, empty for none
/// @param detail the definition in the words of the source, empty for none
public record Statement(
        FigureRecord figure, Quantity quantity, Side side, String vintage, String family, String code, String detail) {

    /// Who counted.
    public enum Side {
        /// The exporting side.
        EXPORTER,
        /// The importing side.
        IMPORTER,
        /// A third party, or nobody says.
        NEITHER
    }

    /// True if the source gives a number.
    public boolean isKnown() {
        return !Double.isNaN(figure.value());
    }
}
