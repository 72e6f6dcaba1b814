package dev.dunwell.intake.formats;

import dev.dunwell.intake.formats.table.Row;
import dev.dunwell.intake.formats.table.Text;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    /** A hundred millions of millions: what is more is a mistake, and what is less fits a long in every currency. */
    static final int MOST_WHOLE_DIGITS = 14;

    /** How one target is read: from which column, or as which constant, under which convention. */
    private record Place(
            String column,
            int index,
            @Nullable String constant,
            @Nullable String convention) {}

    private final Map<Target, Place> places = new EnumMap<>(Target.class);
    private final DateText dateText = new DateText();
    private final AmountText amountText = new AmountText();
    private final List<Problem> problems = new ArrayList<>();
    private Row row = Row.none();

    /**
     * Finds the place of each target.
     *
     * @param conventions heading → how its values are read, {@link Convention#answer}
     */
    Cells(List<String> headings, Mapping mapping, Map<String, String> conventions) {
        for (Target target : Target.values()) {
            String column = mapping.column(target);
            String constant = mapping.constant(target);
            if (column != null) {
                places.put(target, new Place(column, headings.indexOf(column), null, conventions.get(column)));
            } else if (constant != null) {
                places.put(target, new Place(target.key(), -1, constant, null));
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
        return places.containsKey(target);
    }

    /** The text of a cell, null when it is empty. */
    @Nullable
    String text(Target target, int longest) {
        String text = value(target);
        if (text != null && text.length() > longest) {
            return wrong(target, Text.quoted(text) + " is longer than " + longest + " characters", "shorten it");
        } else if (text != null && Words.isSheetError(text)) {
            return wrong(target, "The cell holds the error " + text, "mend the formula or type the value");
        } else {
            return text;
        }
    }

    /** A text that numbers something, and so must not have been rounded by a spreadsheet. */
    @Nullable
    String number(Target target) {
        String text = text(target, NUMBER);
        return text == null || !Words.isRounded(text)
                ? text
                : wrong(
                        target,
                        Text.quoted(text) + " was a long number until a spreadsheet rounded it",
                        "export the file again, with the column as text");
    }

    @Nullable
    String email(Target target) {
        String text = text(target, NAME);
        return text == null || Words.isEmail(text)
                ? text
                : wrong(target, Text.quoted(text) + " is not one e-mail address", "write it as name@example.com");
    }

    /** A word out of a known set, in the way it is kept. */
    @Nullable
    String word(Target target, Function<String, @Nullable String> known, String what, String allowed) {
        String text = text(target, NAME);
        String word = text == null ? null : known.apply(text);
        return text == null || word != null
                ? word
                : wrong(target, Text.quoted(text) + " is not " + what, "write " + allowed);
    }

    boolean areEmpty(Target... targets) {
        return Arrays.stream(targets).allMatch(target -> value(target) == null);
    }

    /** Hands on what was found, and complains where the cell of a target that each row needs is empty. */
    <T> @Nullable T needed(Target target, @Nullable T found) {
        return found != null || value(target) != null ? found : wrong(target, "The cell is empty", "fill it in");
    }

    @Nullable
    LocalDate date(Target target) {
        String text = value(target);
        Place place = places.get(target);
        if (text == null || place == null) {
            return null;
        } else if (!dateText.read(text)) {
            return wrong(target, Text.quoted(text) + " is no date", "write it as 2024-01-31");
        }
        String convention = dateText.isPlain() ? DateOrder.DAY_FIRST.answer() : place.convention;
        boolean exists = false;
        for (DateOrder order : DateOrder.values()) {
            LocalDate day = dateText.day(order);
            exists |= day != null;
            if (day != null && order.answer().equals(convention)) {
                return day;
            }
        }
        return exists
                ? unfit(target, text, convention)
                : wrong(target, Text.quoted(text) + " is no day of the calendar", "correct it");
    }

    /** An amount in the currency of the row; null also when that currency is not known. */
    @Nullable
    Money amount(Target target, @Nullable Currency currency) {
        BigDecimal amount = currency == null ? null : decimal(target, currency);
        return amount == null || currency == null ? null : money(target, amount, currency);
    }

    /**
     * A number with as many decimals as are written.
     *
     * @param currency that may stand beside it; null where none may
     */
    @Nullable
    BigDecimal decimal(Target target, @Nullable Currency currency) {
        String text = value(target);
        Place place = places.get(target);
        if (text == null || place == null) {
            return null;
        } else if (!amountText.read(text)
                || (currency == null && !amountText.mention().isEmpty())) {
            return wrong(
                    target,
                    Text.quoted(text) + (currency == null ? " is no number" : " is no amount"),
                    "write digits and decimals, such as 1234.50");
        } else if (currency != null && !Currencies.canMean(amountText.mention(), currency)) {
            return wrong(
                    target,
                    Text.quoted(text) + " is not in " + currency + ", the currency of the row",
                    "correct the one or the other");
        }
        boolean exact = place.index < 0 || row.isExact(place.index);
        int decimals = decimals(exact ? DecimalSign.POINT.answer() : place.convention);
        return decimals >= 0
                ? BigDecimal.valueOf(amountText.value(), decimals)
                : wrong(
                        target,
                        Text.quoted(text) + " does not fit the way the amounts of the column are written",
                        "write it like them");
    }

    @Nullable
    Currency currency(Target target) {
        String text = value(target);
        Place place = places.get(target);
        if (text == null || place == null) {
            return null;
        }
        Currency currency = Currencies.of(text.equals("$") && place.convention != null ? place.convention : text);
        return currency != null
                ? currency
                : wrong(target, Text.quoted(text) + " is no currency", "write its code of three letters, such as EUR");
    }

    /** Yes or no; no where a mapped cell is empty, null where nothing is mapped. */
    @Nullable
    Boolean flag(Target target) {
        String text = value(target);
        if (text == null) {
            return has(target) ? Boolean.FALSE : null;
        }
        Boolean flag = Words.flag(text);
        return flag != null ? flag : wrong(target, Text.quoted(text) + " is neither yes nor no", "write yes or no");
    }

    /** Notes what is wrong with a cell and what to do about it, and gives null for its value. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // null is a value of every type
    <T> @Nullable T wrong(Target target, String what, String remedy) {
        Place place = places.get(target);
        problems.add(
                new Problem(row.number(), place == null ? target.key() : place.column, what + ": " + remedy + "."));
        return null;
    }

    private @Nullable String value(Target target) {
        Place place = places.get(target);
        if (place == null) {
            return null;
        }
        String value = place.constant != null ? place.constant : Text.clean(row.cell(place.index));
        return value.isEmpty() ? null : value;
    }

    private @Nullable LocalDate unfit(Target target, String text, @Nullable String convention) {
        String what = convention == null
                ? " can mean more than one day"
                : " is no date with the " + convention.replace('-', ' ') + ", as in the column";
        return wrong(target, Text.quoted(text) + what, "write it as 2024-01-31");
    }

    private int decimals(@Nullable String convention) {
        int point = amountText.decimals(DecimalSign.POINT);
        int comma = amountText.decimals(DecimalSign.COMMA);
        if (point == comma || DecimalSign.POINT.answer().equals(convention)) {
            return point;
        } else {
            return DecimalSign.COMMA.answer().equals(convention) ? comma : -1;
        }
    }

    private @Nullable Money money(Target target, BigDecimal amount, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        String text = String.valueOf(value(target));
        if (amount.stripTrailingZeros().scale() > digits) {
            return wrong(
                    target,
                    Text.quoted(text) + " has more decimals than " + currency + ", which has " + digits,
                    "correct the amount");
        } else if (amount.precision() - amount.scale() > MOST_WHOLE_DIGITS) {
            return wrong(target, Text.quoted(text) + " is too large an amount", "correct it");
        } else {
            return Money.of(amount, currency);
        }
    }
}
