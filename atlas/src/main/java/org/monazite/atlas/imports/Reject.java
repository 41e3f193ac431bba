package org.monazite.atlas.imports;

/// A cell for which a line was refused.
///
/// @param where `file:line:column`, or `file!sheet:cell` in a workbook
/// @param field name of the column, empty for the whole line
/// @param text what stands there, at most 200 characters
/// @param reason why it was refused
/// @param suggestion what may have been meant, empty when nothing is near
public record Reject(String where, String field, String text, Reason reason, String suggestion) {

    private static final int MOST = 200;

    /// Cuts a text that is too long to print.
    public Reject {
        text = shown(text);
    }

    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        int end = Math.min(text.length(), MOST);
        for (int i = 0; i < end; i++) {
            shown.append(Character.isISOControl(text.charAt(i)) ? ' ' : text.charAt(i));
        }
        if (text.length() > MOST) {
            shown.append(" ...");
        }
        return shown.toString();
    }
}
