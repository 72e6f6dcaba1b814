package dev.dunwell.credit;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A limit as somebody set it; never edited, followed by another.
 *
 * @param amount null: from that day there is no limit
 */
public record CreditLimit(
        long id, Currency currency, @Nullable Money amount, LocalDate fromOn, String author, String reason) {}
