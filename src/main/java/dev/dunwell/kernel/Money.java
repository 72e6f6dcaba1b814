package dev.dunwell.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount of one currency, counted in its smallest unit (ISO 4217: 0, 2 or 3 digits).
 *
 * <p>Never rounds by itself and never mixes currencies: both throw. A total over currencies is a {@link MoneyBag}.
 *
 * @param minor the amount in minor units, cents for EUR, whole yen for JPY, fils for KWD; may be negative
 * @param currency an ISO 4217 currency with defined minor units (XAU and the like are refused)
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    private static final char MINUS = '\u2212';

    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " has no minor unit, so no amount can be written in it");
        }
    }

    public static Money ofMinor(long minor, String currency) {
        return new Money(minor, Currency.getInstance(currency));
    }

    /** Reads a plain decimal such as {@code "1200.50"}; refuses more digits than the currency has. */
    public static Money of(String amount, String currency) {
        return of(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** Takes an exact decimal; refuses more digits than the currency has instead of rounding them away. */
    public static Money of(BigDecimal amount, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        try {
            return new Money(
                    amount.setScale(Math.max(digits, 0)).unscaledValue().longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "%s %s has more than %d decimals or is too large".formatted(amount, currency, digits), e);
        }
    }

    /** Takes the result of a computation and rounds it, half-up, to the currency's minor units. */
    public static Money halfUp(BigDecimal exact, Currency currency) {
        return of(exact.setScale(Math.max(currency.getDefaultFractionDigits(), 0), RoundingMode.HALF_UP), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, inSameCurrency(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, inSameCurrency(other)), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, inSameCurrency(other));
    }

    /**
     * For sentences in plain English that are kept and read by everybody, as reasons are: {@code 1,200.50 EUR},
     * thousands parted, a true minus. By hand: a formatter is ten times slower.
     */
    public String inWords() {
        int decimals = currency.getDefaultFractionDigits();
        StringBuilder text = new StringBuilder(24).append(minor);
        if (isNegative()) {
            text.deleteCharAt(0);
        }
        while (text.length() <= decimals) {
            text.insert(0, '0');
        }
        for (int at = text.length() - decimals - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        if (decimals > 0) {
            text.insert(text.length() - decimals, '.');
        }
        if (isNegative()) {
            text.insert(0, MINUS);
        }
        return text.append(' ').append(currency.getCurrencyCode()).toString();
    }

    /** For logs and tests: {@code 1200.50 EUR}. Pages format by the reader's locale. */
    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }

    private long inSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other.minor;
    }
}
