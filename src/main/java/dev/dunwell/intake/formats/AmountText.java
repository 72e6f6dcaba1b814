package dev.dunwell.intake.formats;

import dev.dunwell.intake.formats.table.Text;

/**
 * Reads amounts as people and programs write them: {@code 1,234.56}, {@code 1.234,56}, {@code 1 234,56},
 * {@code 1'234.56}, {@code -12}, {@code 12-}, {@code (12.00)}, {@code € 12,50}, {@code 12.50 USD}. One instance reads
 * one value after the other.
 */
final class AmountText {

    private static final int MOST_DIGITS = 18;
    private static final int MOST_SIGNS = 8;

    /** The signs between the digits, and how many digits stand before each. */
    private final char[] signs = new char[MOST_SIGNS];

    private final int[] before = new int[MOST_SIGNS];
    private int count;
    private int digits;
    private long value;
    private boolean negative;
    private boolean leadingZero;
    private String mention = "";

    /** Takes a text apart; false when it is no amount under any decimal sign. */
    boolean read(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && !isCore(text.charAt(from))) {
            from++;
        }
        while (to > from && !isCore(text.charAt(to - 1))) {
            to--;
        }
        return around(text, from, to)
                && inside(text, from, to)
                && (decimals(DecimalSign.POINT) >= 0 || decimals(DecimalSign.COMMA) >= 0);
    }

    /** How many digits are decimals under that sign; -1 when the text is no amount under it. */
    int decimals(DecimalSign sign) {
        int last = count - 1;
        int decimals = last >= 0 && signs[last] == sign.sign() ? digits - before[last] : 0;
        boolean hasDecimals = last >= 0 && signs[last] == sign.sign();
        if (hasDecimals && decimals == 0) {
            return -1;
        }
        int groupings = hasDecimals ? last : count;
        return isGrouped(groupings, digits - decimals, sign) ? decimals : -1;
    }

    /** All its digits as one whole number, with its sign. */
    long value() {
        return negative ? -value : value;
    }

    /** The currency sign or code beside the number, empty when there is none. */
    String mention() {
        return mention;
    }

    /** Groups of three, or of two as in India, the last one always of three, all set apart by the same sign. */
    private boolean isGrouped(int groupings, int whole, DecimalSign decimal) {
        if (groupings == 0) {
            return true;
        } else if (leadingZero || before[0] == 0 || before[0] > 3 || signs[0] == decimal.sign()) {
            return false;
        }
        for (int i = 0; i < groupings; i++) {
            int group = (i + 1 < groupings ? before[i + 1] : whole) - before[i];
            boolean last = i + 1 == groupings;
            if (signs[i] != signs[0] || (group != 3 && (last || group != 2))) {
                return false;
            }
        }
        return true;
    }

    /** What stands before and behind the number: a sign, brackets, a currency. */
    private boolean around(String text, int from, int to) {
        negative = false;
        mention = "";
        if (from == to) {
            return false;
        }
        String front = text.substring(0, from);
        String back = text.substring(to);
        if (front.isEmpty() && back.isEmpty()) {
            return true;
        }
        String both = stripped(front) + stripped(back);
        boolean brackets = front.indexOf('(') >= 0 && back.indexOf(')') >= 0;
        negative = brackets || hasMinus(front) || hasMinus(back);
        mention = both;
        return Currencies.isMention(both) && (brackets || (front.indexOf('(') < 0 && back.indexOf(')') < 0));
    }

    private boolean inside(String text, int from, int to) {
        count = 0;
        digits = 0;
        value = 0;
        leadingZero = text.charAt(from) == '0';
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                value = value * 10 + c - '0';
                digits++;
            } else if (isCore(c) || c == '\'' || c == '’' || Text.isBlank(String.valueOf(c))) {
                if (count == MOST_SIGNS || (count > 0 && before[count - 1] == digits)) {
                    return false;
                }
                signs[count] = c == '.' || c == ',' ? c : ' ';
                before[count++] = digits;
            } else {
                return false;
            }
            if (digits > MOST_DIGITS) {
                return false;
            }
        }
        return digits > 0;
    }

    private static boolean isCore(char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == ',';
    }

    private static boolean hasMinus(String side) {
        return side.indexOf('-') >= 0 || side.indexOf('−') >= 0 || side.indexOf('–') >= 0;
    }

    private static String stripped(String side) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < side.length(); i++) {
            char c = side.charAt(i);
            if ("()+-−–".indexOf(c) < 0 && !Text.isBlank(String.valueOf(c))) {
                word.append(c);
            }
        }
        return word.toString();
    }
}
