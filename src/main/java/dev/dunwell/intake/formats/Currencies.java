package dev.dunwell.intake.formats;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The currencies by the codes and signs that files use for them. Only those with a minor unit can hold amounts. */
final class Currencies {

    /** What a mere {@code $} may mean, the most usual first. */
    static final List<String> DOLLARS = List.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "CLP", "COP", "ARS");

    private static final Map<String, String> SIGNS = Map.of("€", "EUR", "£", "GBP", "US$", "USD", "R$", "BRL");
    private static final Map<String, Currency> BY_CODE = byCode();

    private Currencies() {}

    /** The currency of a code in any case or of a sign that means only one; null for everything else. */
    static @Nullable Currency of(String codeOrSign) {
        Currency currency = BY_CODE.get(codeOrSign);
        if (currency == null) {
            String upper = codeOrSign.toUpperCase(Locale.ROOT);
            currency = BY_CODE.get(SIGNS.getOrDefault(upper, upper));
        }
        return currency;
    }

    /** Whether it may stand beside an amount: nothing, a code, or a sign of one or several currencies. */
    static boolean isMention(String text) {
        return text.isEmpty() || text.equals("$") || of(text) != null;
    }

    /** Whether what stands beside an amount can mean that currency; nothing beside it can mean any. */
    static boolean canMean(String mention, Currency currency) {
        return mention.isEmpty()
                || (mention.equals("$") && DOLLARS.contains(currency.getCurrencyCode()))
                || currency.equals(of(mention));
    }

    private static Map<String, Currency> byCode() {
        Map<String, Currency> byCode = new HashMap<>();
        for (Currency currency : Currency.getAvailableCurrencies()) {
            if (currency.getDefaultFractionDigits() >= 0) {
                byCode.put(currency.getCurrencyCode(), currency);
            }
        }
        return Map.copyOf(byCode);
    }
}
