package org.monazite.atlas.imports;

import java.util.Map;

/// What every code of the harmonised system keeps to: two digits of chapter, four digits or more behind it; and from
/// when each revision is in force. Each revision is a list of its own: the same digits may mean another thing.
final class HsCodes {

    private static final Map<String, Integer> FROM =
            Map.of("HS92", 1988, "HS96", 1996, "HS02", 2002, "HS07", 2007, "HS12", 2012, "HS17", 2017, "HS22", 2022);

    private HsCodes() {}

    /// Whether digits begin with a chapter that exists: 01 to 99 without 77, which is kept free.
    static boolean hasChapter(String digits) {
        return digits.matches("[0-9]{4,10}") && !digits.startsWith("00") && !digits.startsWith("77");
    }

    /// Headings of the chapters 01 to 09.
    private static final int[] HEADINGS = {6, 10, 9, 10, 11, 4, 14, 14, 10};

    /// The code of which a program has dropped the zero in front: 30111 is 0301.11. Digits of another length, and
    /// five that would lead to a heading that does not exist, are returned as they are.
    static String padded(String digits) {
        if (!digits.matches("[1-9][0-9]{4}")) {
            return digits;
        }
        int heading = Integer.parseInt(digits.substring(1, 3));
        boolean exists = heading >= 1 && heading <= HEADINGS[digits.charAt(0) - '1'];
        return exists ? "0" + digits : digits;
    }

    /// The first year in which trade can be counted under a revision. HS92 stands for the first edition too.
    static int firstYear(String scheme) {
        return FROM.getOrDefault(scheme, 1900);
    }
}
