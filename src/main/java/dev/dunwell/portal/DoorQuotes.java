package dev.dunwell.portal;

import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import dev.dunwell.deals.Quote;
import dev.dunwell.deals.Quotes;
import dev.dunwell.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * What was quoted to a payer. A link shows only what was mailed to the very address that it was sent to itself: who is
 * reminded of invoices need not know what is being bought.
 */
@Component
public class DoorQuotes {

    private static final int MOST = 20;
    private static final int SHOWN_AFTERWARDS_DAYS = 30;

    private final Quotes quotes;
    private final Organisations organisations;
    private final Clock clock;

    DoorQuotes(Quotes quotes, Organisations organisations, Clock clock) {
        this.quotes = quotes;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** What can be accepted, and what was answered of late, by the key of the place. */
    public Map<String, List<Quote>> of(Payer payer) {
        Map<String, List<Quote>> all = new HashMap<>();
        for (Place place : payer.places()) {
            all.put(place.key(), Tenant.in(place.organisation(), () -> at(place, address(payer))));
        }
        return all;
    }

    private List<Quote> at(Place place, String address) {
        LocalDate today = organisations.current().today(clock);
        return quotes.mailed(place.customerId(), address, MOST).stream()
                .filter(quote -> isShown(quote, today))
                .toList();
    }

    private static boolean isShown(Quote quote, LocalDate today) {
        Quote.Answer answer = quote.answer();
        return answer == null
                ? quote.state(today) == Quote.State.SENT
                : !answer.on().isBefore(today.minusDays(SHOWN_AFTERWARDS_DAYS));
    }

    /** One of them, also when it is over or another took its place; refuses every other. */
    public Quote one(Payer payer, long id) {
        return quotes.mailed(payer.here().customerId(), address(payer), id).orElseThrow(() -> new NotFound("quote"));
    }

    static String address(Payer payer) {
        return Objects.requireNonNull(payer.session().link().toAddress());
    }
}
