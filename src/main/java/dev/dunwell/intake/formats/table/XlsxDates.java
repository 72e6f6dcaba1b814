package dev.dunwell.intake.formats.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which cells of a workbook show their number as a date, and which day it is: a date is a count of days in a cell whose
 * style has a date format, ECMA-376 part 1, 18.8.30.
 *
 * @param styles for each cell style, whether it shows a date
 * @param day0 the day that counts as zero
 */
record XlsxDates(BitSet styles, LocalDate day0) {

    private static final LocalDate DAY_0_OF_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465;
    private static final long MOST_BYTES = 64L << 20;

    static XlsxDates of(XlsxFile file, String workbook, String styles) {
        return new XlsxDates(styles(file, styles), from1904(file, workbook) ? DAY_0_OF_1904 : DAY_0_OF_1900);
    }

    boolean isDate(@Nullable String style) {
        try {
            int index = style == null ? 0 : Integer.parseInt(style);
            return index >= 0 && styles.get(index);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * The day of a count of days, its time of day dropped; null for a mere time of day and for what no calendar has.
     */
    @Nullable
    LocalDate day(BigDecimal count) {
        if (count.compareTo(BigDecimal.ONE) < 0 || count.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return null;
        }
        int days = count.intValue();
        // Lotus took 1900 for a leap year, and Excel counts its 29 February still.
        boolean beforeThatDay = day0.equals(DAY_0_OF_1900) && days < 60;
        return day0.plusDays(beforeThatDay ? days + 1 : days);
    }

    private static boolean from1904(XlsxFile file, String workbook) {
        try (XmlPart part = file.part(workbook, MOST_BYTES)) {
            while (part.next()) {
                if (part.starts("workbookPr")) {
                    String flag = part.attribute("date1904");
                    return "1".equals(flag) || "true".equals(flag);
                }
            }
            return false;
        }
    }

    private static BitSet styles(XlsxFile file, String name) {
        BitSet dates = new BitSet();
        Map<String, String> formats = new HashMap<>();
        if (!file.has(name)) {
            return dates;
        }
        try (XmlPart part = file.part(name, MOST_BYTES)) {
            int style = -1;
            while (part.next() && !part.ends("cellXfs")) {
                if (part.starts("numFmt")) {
                    formats.put(attribute(part, "numFmtId"), attribute(part, "formatCode"));
                } else if (part.starts("cellXfs")) {
                    style = 0;
                } else if (style >= 0 && part.starts("xf")) {
                    String format = attribute(part, "numFmtId");
                    dates.set(style++, isDateFormat(format, formats.get(format)));
                }
            }
        }
        return dates;
    }

    private static String attribute(XmlPart part, String name) {
        return String.valueOf(part.attribute(name));
    }

    static boolean isDateFormat(String id, @Nullable String code) {
        if (code != null) {
            return isDateCode(code);
        }
        return switch (id) {
            case "14", "15", "16", "17", "22" -> true;
            // What 27 to 36 and 50 to 58 show depends on the language; in each of them it is a date or a time.
            case "27", "28", "29", "30", "31", "36", "50", "51", "52", "53", "54", "57", "58" -> true;
            default -> false;
        };
    }

    /** A format that shows a day or a year, once texts in quotes, escapes and conditions are set aside. */
    private static boolean isDateCode(String code) {
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '"' || c == '[') {
                int end = code.indexOf(c == '"' ? '"' : ']', i + 1);
                i = end < 0 ? code.length() : end;
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if ("dDyY".indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }
}
