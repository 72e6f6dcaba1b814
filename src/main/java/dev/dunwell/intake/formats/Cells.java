package dev.dunwell.intake.formats;

import dev.dunwell.intake.formats.table.Row;
import dev.dunwell.intake.formats.table.Text;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row after the other, by target and with their meaning. A cell that cannot be understood gives null
 * and leaves a problem behind, so that one look at a row finds all that is wrong with it.
 */
final class Cells {

    /** The most characters of what numbers a thing, and of what names or describes it. */
    static final int NUMBER = 100;

    static final int NAME = 300;

    private static final Set<String> SHEET_ERRORS =
            Set.of("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!");

    /** How one target is read: from which column, or as which constant, under which convention. */
    private record Place(String column, int index, @Nullable String constant, @Nullable String convention) {}

    private final @Nullable Place[] places = new Place[Target.values().length];
    private final DateText dateText = new DateText();
    private final AmountText amountText = new AmountText();
    private final List<Problem> problems = new ArrayList<>();
    private Row row = Row.none();

    /** @param conventions heading → how its values are read, {@link Convention#answer} */
    Cells(List<String> headings, Mapping mapping, Map<String, String> conventions) {
        for (Target target : Target.values()) {
            String column = mapping.column(target);
            String constant = mapping.constant(target);
            if (column != null) {
                places[target.ordinal()] = new Place(column, headings.indexOf(column), null, conventions.get(column));
            } else if (constant != null) {
                places[target.ordinal()] = new Place(target.key(), -1, constant, null);
            }
        }
    }

    void on(Row row) {
        this.row = row;
        problems.clear();
    }

    /** All that is wrong with the row so far. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    boolean areGood() {
        return problems.isEmpty();
    }

    boolean has(Target target) {
        return places[target.ordinal()] != null;
    }

    /** The text of a cell, null when it is empty. */
    @Nullable String text(Target target, int longest) {
        String text = value(target);
        if (text == null) {
            return null;
        } else if (text.length() > longest) {
            return wrong(target, "%s is longer than %d characters: shorten it.".formatted(Text.quoted(text), longest));
        } else if (text.charAt(0) == '#' && SHEET_ERRORS.contains(text)) {
            return wrong(target, "The cell holds the error %s: mend the formula or type the value.".formatted(text));
        }
        return text;
    }

    /** A text that numbers something, and so must not have been rounded by a spreadsheet. */
    @Nullable String number(Target target) {
        String text = text(target, NUMBER);
        return text != null && isRounded(text)
                ? wrong(target, """
                        %s was a long number until a spreadsheet rounded it: export the file again, \
                        with the column as text.""".formatted(Text.quoted(text)))
                : text;
    }

    @Nullable String email(Target target) {
        String text = text(target, NAME);
        return text != null && !Words.isEmail(text)
                ? wrong(target, "%s is not one e-mail address: write it as name@example.com.".formatted(Text.quoted(text)))
                : text;
    }

    /** A word out of a known set, in the way it is kept. */
    @Nullable String word(Target target, Function<String, @Nullable String> known, String what, String allowed) {
        String text = text(target, NAME);
        String word = text == null ? null : known.apply(text);
        return text != null && word == null
                ? wrong(target, "%s is not %s: write %s.".formatted(Text.quoted(text), what, allowed))
                : word;
    }

    boolean areEmpty(Target... targets) {
        return Arrays.stream(targets).allMatch(target -> value(target) == null);
    }

    /** Hands on what was found, and complains where the cell of a target that each row needs is empty. */
    <T> @Nullable T needed(Target target, @Nullable T found) {
        return found == null && value(target) == null
                ? wrong(target, "The %s is missing: fill it in.".formatted(target.key().replace('_', ' ')))
                : found;
    }

    @Nullable LocalDate date(Target target) {
        String text = value(target);
        Place place = places[target.ordinal()];
        if (text == null || place == null) {
            return null;
        } else if (!dateText.read(text)) {
            return wrong(target, "%s is no date: write it as 2024-01-31.".formatted(Text.quoted(text)));
        } else if (dateText.isPlain()) {
            LocalDate day = dateText.day(DateOrder.DAY_FIRST);
            return day == null ? wrong(target, noSuchDay(text)) : day;
        }
        return dateInOrder(target, text, place.convention);
    }

    /** An amount in the currency of the row; null also when that currency is not known. */
    @Nullable Money amount(Target target, @Nullable Currency currency) {
        String text = value(target);
        Place place = places[target.ordinal()];
        if (text == null || place == null || currency == null) {
            return null;
        }
        boolean plain = place.index < 0 || row.isExact(place.index);
        boolean readable = amountText.read(text);
        int decimals = readable ? decimals(plain ? DecimalSign.POINT.answer() : place.convention) : -1;
        if (!readable || amountText.decimals(DecimalSign.POINT) < 0 && amountText.decimals(DecimalSign.COMMA) < 0) {
            return wrong(target, "%s is no amount: write digits, and decimals behind a point, such as 1234.50."
                    .formatted(Text.quoted(text)));
        } else if (decimals < 0) {
            return wrong(target, "%s does not fit the way the amounts of the column are written: write it like them."
                    .formatted(Text.quoted(text)));
        } else if (!Currencies.canMean(amountText.mention(), currency)) {
            return wrong(target, "%s is not in %s, the currency of the row: correct the one or the other."
                    .formatted(Text.quoted(text), currency));
        }
        return money(target, decimals, currency);
    }

    @Nullable Currency currency(Target target) {
        String text = value(target);
        Place place = places[target.ordinal()];
        if (text == null || place == null) {
            return null;
        }
        Currency currency = Currencies.of(text.equals("$") && place.convention != null ? place.convention : text);
        return currency == null
                ? wrong(target, "%s is no currency: write its code of three letters, such as EUR."
                        .formatted(Text.quoted(text)))
                : currency;
    }

    /** Yes or no; no where a mapped cell is empty, null where nothing is mapped. */
    @Nullable Boolean flag(Target target) {
        String text = value(target);
        if (text == null) {
            return has(target) ? Boolean.FALSE : null;
        }
        Boolean flag = Words.flag(text);
        return flag == null
                ? wrong(target, "%s is neither yes nor no: write yes or no.".formatted(Text.quoted(text)))
                : flag;
    }

    /** Notes what is wrong with a cell, and gives null for its value. */
    <T> @Nullable T wrong(Target target, String message) {
        Place place = places[target.ordinal()];
        problems.add(new Problem(row.number(), place == null ? target.key() : place.column, message));
        return null;
    }

    private @Nullable String value(Target target) {
        Place place = places[target.ordinal()];
        if (place == null) {
            return null;
        }
        String value = place.constant != null ? place.constant : Text.clean(row.cell(place.index));
        return value.isEmpty() ? null : value;
    }

    private @Nullable LocalDate dateInOrder(Target target, String text, @Nullable String convention) {
        boolean possible = false;
        for (DateOrder order : DateOrder.values()) {
            LocalDate day = dateText.day(order);
            possible |= day != null;
            if (day != null && order.answer().equals(convention)) {
                return day;
            }
        }
        if (!possible) {
            return wrong(target, noSuchDay(text));
        } else if (convention == null) {
            return wrong(target, "%s can mean more than one day: write it as 2024-01-31.".formatted(Text.quoted(text)));
        } else {
            return wrong(target, "%s is no date with the %s, as in the column: write it as 2024-01-31."
                    .formatted(Text.quoted(text), convention.replace('-', ' ')));
        }
    }

    private int decimals(@Nullable String convention) {
        int point = amountText.decimals(DecimalSign.POINT);
        int comma = amountText.decimals(DecimalSign.COMMA);
        return DecimalSign.POINT.answer().equals(convention) || point == comma ? point
                : DecimalSign.COMMA.answer().equals(convention) ? comma : -1;
    }

    private @Nullable Money money(Target target, int decimals, Currency currency) {
        long value = amountText.value();
        int scale = decimals;
        int digits = currency.getDefaultFractionDigits();
        while (scale > digits && value % 10 == 0) {
            value /= 10;
            scale--;
        }
        if (scale > digits) {
            return wrong(target, "%s has more decimals than %s, which has %d: correct the amount."
                    .formatted(Text.quoted(String.valueOf(value(target))), currency, digits));
        }
        for (; scale < digits; scale++) {
            if (Math.abs(value) > Long.MAX_VALUE / 10) {
                return wrong(target, "%s is too large an amount: correct it.".formatted(Text.quoted(String.valueOf(value(target)))));
            }
            value *= 10;
        }
        return new Money(value, currency);
    }

    private static String noSuchDay(String text) {
        return "%s is no day of the calendar: correct it.".formatted(Text.quoted(text));
    }

    /** {@code 5.13318E+09}, what is left of 5133177585 where a spreadsheet took it for a measurement. */
    private static boolean isRounded(String text) {
        int e = text.indexOf("E+");
        if (e < 1 || e + 2 == text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && i != e && i != e + 1 && c != '.' && c != ',') {
                return false;
            }
        }
        return true;
    }
}
