/// Charts as SVG text, drawn by plain arithmetic: no browser, no fonts, no script. Colours are CSS custom properties
/// of the page (`--self`, `--dominant`, ...), so one drawing serves light, dark and print. A **role** owns a colour,
/// never a country. Every chart has a title and a description for those who do not see it; the page puts a table of
/// the same numbers beside it.
///
/// Lengths are SVG user units, about a CSS pixel. Shares run 0..1 as everywhere; a chart gets its words ready made.
@NullMarked
package org.monazite.brief.chart;

import org.jspecify.annotations.NullMarked;
