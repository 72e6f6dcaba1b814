package dev.dunwell.metrics;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.Show;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Writes values the way the reader reads them, with their unit; what is not defined says so. */
public final class Figures {

    /** Stands where there is no figure. */
    public static final String UNDEFINED = "not defined";

    private Figures() {}

    /** {@code 71.0 days}, {@code 23.4 %}, {@code 10,865.50 EUR}, {@code not defined}. */
    public static String text(Show show, Unit unit, Value value, @Nullable Currency currency) {
        BigDecimal number = value.number();
        return number == null ? UNDEFINED : text(show, unit, number, currency);
    }

    public static String text(Show show, Unit unit, BigDecimal number, @Nullable Currency currency) {
        return switch (unit) {
            case MONEY -> money(show, number, currency);
            case PERCENT -> show.percent(number);
            case DAYS -> decimal(show, number) + "\u00a0days";
            case TIMES -> decimal(show, number) + "\u00a0×";
            case COUNT -> show.count(number.longValue());
        };
    }

    /** The figure without its unit. */
    public static String plain(Show show, Unit unit, BigDecimal number, @Nullable Currency currency) {
        return switch (unit) {
            case MONEY -> currency == null ? decimal(show, number) : show.figure(amount(number, currency));
            case COUNT -> show.count(number.longValue());
            case PERCENT, DAYS, TIMES -> decimal(show, number);
        };
    }

    /** What follows the figure, small. */
    public static String mark(Unit unit, @Nullable Currency currency) {
        return switch (unit) {
            case MONEY -> currency == null ? "" : currency.getCurrencyCode();
            case PERCENT -> "%";
            case DAYS -> "days";
            case TIMES -> "×";
            case COUNT -> "";
        };
    }

    static String text(Show show, Overview overview, String code) {
        Overview.Figure figure = overview.of(code);
        return text(show, figure.metric().unit(), figure.now(), overview.currency());
    }

    /** Minor units as money, rounded half-up where they were weighted. */
    static Money amount(BigDecimal minor, Currency currency) {
        return new Money(minor.setScale(0, RoundingMode.HALF_UP).longValueExact(), currency);
    }

    private static String money(Show show, BigDecimal minor, @Nullable Currency currency) {
        return currency == null ? decimal(show, minor) : show.text(amount(minor, currency));
    }

    private static String decimal(Show show, BigDecimal number) {
        return show.percent(number).replace("\u00a0%", "");
    }
}
