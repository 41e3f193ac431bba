package org.monazite.atlas.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import org.monazite.atlas.imports.ImportException.Fault;

/// A workbook (xlsx), sheet by sheet, row by row. Formulas are not computed: their stored result is taken.
final class Workbook implements AutoCloseable {

    private static final String MAIN = "xl/workbook.xml";

    /// Number formats of Excel that are dates.
    private static final int FIRST_DATE = 14;

    private static final int LAST_DATE = 22;

    private final SafeZip zip;
    private final String name;
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final List<String> strings = new ArrayList<>();
    private final List<Boolean> dateStyles = new ArrayList<>();
    private boolean from1904;

    private Workbook(SafeZip zip, String name) {
        this.zip = zip;
        this.name = name;
    }

    /// Opens a workbook and reads what all its sheets share.
    static Workbook open(Path path, String name) throws IOException {
        Workbook book = new Workbook(SafeZip.open(path, name), name);
        try {
            book.names();
            book.shared();
            book.styles();
        } catch (ZipException e) {
            book.close();
            throw book.damaged(e);
        } catch (RuntimeException | IOException e) {
            book.close();
            throw e;
        }
        return book;
    }

    /// Names of the sheets, in order.
    List<String> sheets() {
        return List.copyOf(sheets.keySet());
    }

    /// The rows of a sheet.
    Lines lines(String sheet) {
        String path = sheets.getOrDefault(sheet, "");
        String label = name + "!" + sheet;
        return new Lines() {
            @Override
            public void each(Taker taker) throws IOException {
                try (InputStream in = zip.read(path, Limits.SHEET_BYTES)) {
                    new SheetRows(SafeXml.open(in, label), label, strings, Workbook.this::date).each(taker);
                } catch (ZipException e) {
                    throw damaged(e);
                }
            }

            @Override
            public String name() {
                return label;
            }

            @Override
            public boolean isSheet() {
                return true;
            }
        };
    }

    private ImportException damaged(ZipException e) {
        return new ImportException(Fault.NOT_A_ZIP, name, String.valueOf(e.getMessage()), e);
    }

    private void names() throws IOException {
        if (!zip.has(MAIN)) {
            throw new ImportException(Fault.ZIP_CONTENT, name, MAIN);
        }
        Map<String, String> targets = new HashMap<>();
        each("xl/_rels/workbook.xml.rels", xml -> {
            if (xml.element().equals("Relationship")) {
                String target = xml.attribute("Target");
                targets.put(xml.attribute("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        });
        each(MAIN, xml -> {
            if (xml.element().equals("sheet")) {
                String target = targets.getOrDefault(xml.attribute("id"), "");
                String sheet = xml.attribute("name");
                boolean fits = !target.isEmpty() && sheet.length() <= 255 && TextCheck.isText(sheet);
                if (!fits || sheets.put(xml.attribute("name"), target) != null) {
                    throw new ImportException(Fault.ZIP_CONTENT, name, "sheet '" + xml.attribute("name") + "'");
                }
            } else if (xml.element().equals("workbookPr")) {
                from1904 = xml.attribute("date1904").matches("1|true");
            }
        });
    }

    private interface Start {
        void element(SafeXml xml);
    }

    private void each(String path, Start start) throws IOException {
        try (InputStream in = zip.read(path, Limits.SHEET_BYTES)) {
            SafeXml xml = SafeXml.open(in, name + "!" + path);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    start.element(xml);
                }
            }
        }
    }

    private void shared() throws IOException {
        String path = "xl/sharedStrings.xml";
        if (!zip.has(path)) {
            return;
        }
        try (InputStream in = zip.read(path, Limits.SHEET_BYTES)) {
            SafeXml xml = SafeXml.open(in, name + "!" + path);
            StringBuilder text = new StringBuilder();
            boolean taking = false;
            int phonetic = 0;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        phonetic += xml.element().equals("rPh") ? 1 : 0;
                        taking = xml.element().equals("t") && phonetic == 0;
                        if (xml.element().equals("si")) {
                            text.setLength(0);
                        }
                    }
                    case XMLStreamConstants.CHARACTERS -> {
                        if (taking) {
                            text.append(xml.text());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        taking = false;
                        phonetic -= xml.element().equals("rPh") ? 1 : 0;
                        if (xml.element().equals("si")) {
                            strings.add(text.toString());
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    private void styles() throws IOException {
        String path = "xl/styles.xml";
        if (!zip.has(path)) {
            return;
        }
        Set<Integer> dates = new HashSet<>();
        boolean[] inCells = {false};
        each(path, xml -> {
            switch (xml.element()) {
                case "numFmt" -> {
                    String code = xml.attribute("formatCode").replaceAll("\"[^\"]*\"|\\[[^]]*]", "");
                    if (code.matches(".*[yYdD].*")) {
                        dates.add(number(xml.attribute("numFmtId")));
                    }
                }
                case "cellXfs" -> inCells[0] = true;
                case "cellStyles", "dxfs" -> inCells[0] = false;
                case "xf" -> {
                    if (inCells[0]) {
                        int format = number(xml.attribute("numFmtId"));
                        dateStyles.add(format >= FIRST_DATE && format <= LAST_DATE || dates.contains(format));
                    }
                }
                default -> {}
            }
        });
    }

    static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    /// A number that its style shows as a date, as ISO date; any other number as it stands.
    private String date(String number, int style) {
        boolean isDate = style >= 0 && style < dateStyles.size() && dateStyles.get(style);
        if (!isDate || !number.matches("[0-9]{1,6}(\\.[0-9]+)?")) {
            return number;
        }
        long days = (long) Double.parseDouble(number);
        // Excel counts a 29 February 1900 that never was; days before it are one off and nobody buys then.
        LocalDate zero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
        return zero.plusDays(days).toString();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
