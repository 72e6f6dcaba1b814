package dev.dunwell.payments.online;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Organisation;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.Share;
import dev.dunwell.payments.online.Gateway.Seen;
import dev.dunwell.payments.online.OnlinePayment.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the book to what a gateway says of a payment: money that came is one payment under the gateway's own id,
 * allocated to the invoices that were chosen; what went back is taken out again. However often it is said, there is one
 * effect. An answer to an older question than the last one recorded changes nothing. Refuses, and shows to a person,
 * money of another amount, currency or order than was asked for.
 */
@Component
class RecordOnlinePayment {

    static final Actor GATEWAY = Actor.automation("gateway");

    private final OnlinePayments payments;
    private final RecordPayment recordPayment;
    private final OpenItems openItems;
    private final TakeOut takeOut;
    private final Audit audit;

    RecordOnlinePayment(
            OnlinePayments payments, RecordPayment recordPayment, OpenItems openItems, TakeOut takeOut, Audit audit) {
        this.payments = payments;
        this.recordPayment = recordPayment;
        this.openItems = openItems;
        this.takeOut = takeOut;
        this.audit = audit;
    }

    /**
     * @param question the number under which the gateway was asked
     * @param isSettled false to leave the money on account, where others settled the invoices at the same moment
     */
    @Transactional
    public OnlinePayment record(
            Organisation organisation, LocalDate today, long id, int question, Seen seen, boolean isSettled) {
        OnlinePayment payment = payments.lock(id);
        if (question > payment.answered()) {
            payments.answered(id, question);
            Money received = seen.received();
            if (received == null) {
                nothingCame(payment, seen);
            } else if (payment.paymentId() == null) {
                check(organisation, payment, seen, received, today, isSettled);
            } else {
                takeOut.until(payment, gone(payment, seen), today);
            }
        }
        return payments.byId(id);
    }

    private void nothingCame(OnlinePayment payment, Seen seen) {
        if (seen.isOver() && payment.isWaiting()) {
            payments.over(payment.id(), State.OVER, null);
        }
    }

    private void check(
            Organisation organisation,
            OnlinePayment payment,
            Seen seen,
            Money received,
            LocalDate today,
            boolean isSettled) {
        if (!seen.name().equals(payment.name(organisation.id()))) {
            refuse(payment, "It was paid for another order, " + seen.name() + ".");
        } else if (!received.equals(payment.total())) {
            refuse(
                    payment,
                    "%s came instead of %s."
                            .formatted(received.inWords(), payment.total().inWords()));
        } else {
            take(payment, Objects.requireNonNull(seen.payment()), today, isSettled);
            takeOut.until(payments.lock(payment.id()), gone(payment, seen), today);
        }
    }

    private void refuse(OnlinePayment payment, String why) {
        if (payment.state() != State.REFUSED) {
            String told = why + " Nothing was booked: look at it at "
                    + payment.provider().title() + ".";
            payments.over(payment.id(), State.REFUSED, told);
            audit.write(
                    GATEWAY,
                    "online-payment.refused",
                    "customer",
                    payment.customerId(),
                    Map.of("onlinePayment", payment.id(), "why", why));
        }
    }

    private void take(OnlinePayment payment, String theirs, LocalDate today, boolean isSettled) {
        List<Share> shares = isSettled ? stillOpen(payment) : List.of();
        var wanted = new RecordPayment.Wanted(
                payment.customerId(),
                today,
                payment.amount(),
                payment.provider().title() + " " + theirs,
                payment.provider().code() + ":" + theirs,
                new RecordPayment.Use(shares, false));
        RecordPayment.Outcome outcome = recordPayment.record(GATEWAY, wanted);
        payments.paid(payment.id(), theirs, outcome.payment().id(), today);
    }

    /** What was chosen, as far as nobody settled it meanwhile; the rest is on account, where a person sees it. */
    private List<Share> stillOpen(OnlinePayment payment) {
        Map<Long, Money> open = openItems.of(payment.customerId(), LocalDate.MAX).stream()
                .filter(item -> item.open().currency().equals(payment.amount().currency()))
                .collect(Collectors.toMap(OpenItem::id, OpenItem::open, Money::plus));
        List<Share> shares = new ArrayList<>();
        for (Share chosen : payments.shares(payment)) {
            Money left = open.get(chosen.invoiceId());
            if (left != null) {
                shares.add(left.compareTo(chosen.amount()) < 0 ? new Share(chosen.invoiceId(), left) : chosen);
            }
        }
        return shares;
    }

    /** Of the amount: the surcharge is the first to be forgotten. */
    private static Money gone(OnlinePayment payment, Seen seen) {
        boolean isAll =
                seen.gone().compareTo(payment.total()) >= 0 || seen.gone().compareTo(payment.amount()) > 0;
        return isAll ? payment.amount() : seen.gone();
    }
}
