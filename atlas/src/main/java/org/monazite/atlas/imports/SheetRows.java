package org.monazite.atlas.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.monazite.atlas.imports.ImportException.Fault;

/// Reads the rows out of the XML of a sheet.
final class SheetRows {

    private static final long MOST_ROWS = 1 << 20;

    /// A number with its style as text.
    interface Numbers {
        String text(String number, int style);
    }

    private final SafeXml xml;
    private final String name;
    private final List<String> strings;
    private final Numbers numbers;

    private final StringBuilder text = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private Set<Integer> formulas = new HashSet<>();
    private long row;
    private int column;
    private String type = "";
    private int style;
    private boolean isFormula;
    private boolean taking;

    SheetRows(SafeXml xml, String name, List<String> strings, Numbers numbers) {
        this.xml = xml;
        this.name = name;
        this.strings = strings;
        this.numbers = numbers;
    }

    void each(Lines.Taker taker) {
        int count = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.CHARACTERS -> {
                    if (taking) {
                        text.append(xml.text());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    taking = false;
                    if (xml.element().equals("c")) {
                        endCell();
                    } else if (xml.element().equals("row")) {
                        if (++count > Limits.ROWS) {
                            throw new ImportException(Fault.MANY_ROWS, name, "> " + Limits.ROWS);
                        }
                        taker.take(new Lines.Raw(row, cells, formulas));
                        cells = new ArrayList<>();
                        formulas = new HashSet<>();
                    }
                }
                default -> {}
            }
        }
    }

    private void start() {
        switch (xml.element()) {
            case "row" -> {
                int stated = Workbook.number(xml.attribute("r"));
                long next = stated > 0 ? stated : row + 1;
                if (next <= row || next > MOST_ROWS) {
                    throw new ImportException(Fault.XML, name, "row " + next);
                }
                row = next;
                column = -1;
            }
            case "c" -> {
                column = index(xml.attribute("r"));
                type = xml.attribute("t");
                style = Workbook.number(xml.attribute("s"));
                isFormula = false;
                text.setLength(0);
            }
            case "f" -> isFormula = true;
            case "v" -> taking = true;
            case "t" -> taking = type.equals("inlineStr");
            default -> {}
        }
    }

    /// The column of a reference such as `AB12`; the next one where none is given.
    private int index(String reference) {
        if (reference.isEmpty()) {
            return column + 1;
        }
        if (!reference.matches("[A-Z]{1,3}[0-9]{1,7}")) {
            throw new ImportException(Fault.XML, name, "cell '" + Reject.shown(reference) + "'");
        }
        int index = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            index = index * 26 + reference.charAt(i) - 'A' + 1;
        }
        if (index > Limits.COLUMNS) {
            throw new ImportException(Fault.MANY_COLUMNS, name + ":" + reference, "> " + Limits.COLUMNS);
        }
        if (index - 1 <= column) {
            throw new ImportException(Fault.XML, name, "cell '" + reference + "' stands twice");
        }
        return index - 1;
    }

    private void endCell() {
        if (column >= Limits.COLUMNS) {
            throw new ImportException(Fault.MANY_COLUMNS, name + ":" + row, "> " + Limits.COLUMNS);
        }
        while (cells.size() < column) {
            cells.add("");
        }
        String value = text.toString();
        cells.add(
                switch (type) {
                    case "s" -> shared(value.strip());
                    case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
                    case "str", "inlineStr", "e" -> value;
                    case "d" -> value.length() >= 10 ? value.substring(0, 10) : value;
                    default -> numbers.text(value.strip(), style);
                });
        if (isFormula) {
            formulas.add(column);
        }
    }

    private String shared(String index) {
        int number = Workbook.number(index);
        if (number < 0 || number >= strings.size()) {
            throw new ImportException(
                    Fault.XML, name + ":" + Line.letters(column) + row, "shared string " + Reject.shown(index));
        }
        return strings.get(number);
    }
}
