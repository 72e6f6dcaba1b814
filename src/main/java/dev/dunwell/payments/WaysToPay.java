package dev.dunwell.payments;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.ledger.Share;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a customer can pay what it chose, in the bound organisation: the port through which a page for payers offers what
 * this module knows. The order is the one to show: what the customer prefers first, then what costs it nothing.
 */
@Component
public class WaysToPay {

    private final List<Offer> offers;
    private final PreferWay preferences;

    WaysToPay(List<Offer> offers, PreferWay preferences) {
        this.offers = List.copyOf(offers);
        this.preferences = preferences;
    }

    /**
     * What is to be paid.
     *
     * @param shares the invoices chosen and how much of each, all in the currency; none to pay any amount on account
     * @param today the organisation's day
     */
    public record Chosen(long customerId, Currency currency, List<Share> shares, LocalDate today) {

        public Chosen {
            shares = List.copyOf(shares);
            for (Share share : shares) {
                if (!share.amount().currency().equals(currency)) {
                    throw BadInput.in("currency", "What is paid at once is in one currency. Pay each by itself.");
                } else if (!share.amount().isPositive()) {
                    throw BadInput.in("amount", "Give an amount above zero for each invoice.");
                }
            }
        }

        /** What the shares come to; null when nothing was chosen. */
        public @Nullable Money total() {
            return shares.stream().map(Share::amount).reduce(Money::plus).orElse(null);
        }

        List<Long> invoiceIds() {
            return shares.stream().map(Share::invoiceId).toList();
        }
    }

    /**
     * The ways that are open; none when the organisation has told of no account for the currency and of nothing else.
     */
    @Transactional
    public List<WayToPay> of(Chosen chosen) {
        Optional<PaymentMethod> preferred = preferences.of(chosen.customerId());
        return offers.stream()
                .map(offer -> offer.of(chosen))
                .flatMap(Optional::stream)
                .map(way -> preferred.filter(way.method()::equals).isPresent() ? way.preferred() : way)
                .sorted(Comparator.comparing(WayToPay::isPreferred).reversed())
                .toList();
    }
}
