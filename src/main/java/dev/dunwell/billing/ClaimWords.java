package dev.dunwell.billing;

import dev.dunwell.kernel.Money;
import dev.dunwell.messaging.PaperWords;
import java.math.BigDecimal;
import java.util.Map;

/** The fixed words of claims for late payment in one language, from {@code billing/<language>.properties}. */
public final class ClaimWords extends PaperWords {

    private static final Map<String, ClaimWords> ALL = each(ClaimWords::new);

    private ClaimWords(String language) {
        super("billing", language);
    }

    /** Of a language tag; English for languages we do not write. */
    public static ClaimWords of(String language) {
        return of(ALL, language);
    }

    /** A rate, or an amount before it is rounded. */
    public String number(BigDecimal number) {
        return number(number, 2);
    }

    /** An amount in a column whose heading names the currency. */
    public String figure(Money amount) {
        return number(amount.amount(), Math.max(0, amount.currency().getDefaultFractionDigits()));
    }

    /** What is claimed at a stage: interest, the fixed sum, or a fee. */
    public String stage(String stage) {
        return word(has("stage." + stage) ? "stage." + stage : "stage.fee");
    }
}
