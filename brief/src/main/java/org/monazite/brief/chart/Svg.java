package org.monazite.brief.chart;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/// A finished drawing: the only thing that a template writes without escaping. Only charts of this package make one,
/// and they escape every text they are given.
public final class Svg implements Content {

    private final String markup;

    Svg(String markup) {
        this.markup = markup;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(markup);
    }

    /// The SVG element as text.
    @Override
    public String toString() {
        return markup;
    }
}
