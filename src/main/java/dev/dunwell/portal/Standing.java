package dev.dunwell.portal;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Secret;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a payer may speak about, and how often: only what their link shows, and no more often in a day than anybody with
 * honest reasons would.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Standing {

    static final int MOST_ACTS_A_DAY = 40;

    private final DueItems items;
    private final Links links;
    private final JdbcClient db;

    Standing(DueItems items, Links links, JdbcClient db) {
        this.items = items;
        this.links = links;
        this.db = db;
    }

    /**
     * Counts one more act of this payer today; refuses when there were enough.
     *
     * @return the link that it is said through, as the organisation of the place knows it
     */
    long count(Payer payer) {
        long link = link(payer);
        int counted = db.sql("""
                update payer_link
                set acts = case when acts_on = :today then acts + 1 else 1 end, acts_on = :today
                where id = :link and (acts_on is distinct from :today or acts < :most)
                """)
                .param("today", payer.caller().today())
                .param("link", link)
                .param("most", MOST_ACTS_A_DAY)
                .update();
        if (counted == 0) {
            throw Refusal.conflict("door-too-often", "Too much was said through this link today.");
        }
        return link;
    }

    /** Another vendor never sees the link that the visit began with: it has its own of this payer, or gets one. */
    private long link(Payer payer) {
        Link began = payer.session().link();
        if (payer.here().organisation() == payer.session().organisation()) {
            return began.id();
        }
        String address = Objects.requireNonNull(began.toAddress());
        Instant now = payer.now();
        long customer = payer.here().customerId();
        return links.latest(customer, address, now).map(Link::id).orElseGet(() -> {
            Actor by = payer.here().actor();
            var to = new Links.Recipient(
                    customer, by.name(), address, payer.session().language());
            return links.insert(Secret.link(), to, now, now.plus(PayerSession.LONGEST), by);
        });
    }

    /** These invoices, each once; refuses when one is not open or not shown by the payer's link. */
    List<DueItem> items(Payer payer, Collection<Long> invoiceIds) {
        LocalDate today = payer.caller().today();
        Set<Long> asked = Set.copyOf(invoiceIds);
        List<DueItem> found = items.whole(items.customers(payer.here().customerId(), today), asked, today);
        if (found.size() < asked.size()) {
            throw new NotFound("open invoice");
        }
        return found;
    }

    DueItem item(Payer payer, long invoiceId) {
        return items(payer, List.of(invoiceId)).getFirst();
    }
}
