package dev.dunwell.payments;

import dev.dunwell.access.Tenant;
import dev.dunwell.kernel.Money;
import dev.dunwell.payments.online.OnlinePayment;
import dev.dunwell.payments.online.OnlinePayments;
import dev.dunwell.payments.online.PayerReturn;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What may be said to a payer who comes back from a gateway: paid when the money is booked, and not before. */
@Component
public class CameBack {

    private final OnlinePayments payments;

    CameBack(OnlinePayments payments) {
        this.payments = payments;
    }

    /** How a payment stands for its payer. */
    public enum State {
        PAID,
        /** It was booked and went back since. */
        RETURNED,
        /** Started, and neither booked nor over. */
        OPEN,
        OVER,
        /** What came is not what was asked for; a person looks. */
        REFUSED
    }

    /**
     * A payment to its payer.
     *
     * @param total with the surcharge
     * @param again the path that asks the gateway once more
     */
    public record Outcome(State state, Money total, String again) {}

    /** @param where the last part of the address that only the payer's browser was given */
    public Optional<Outcome> of(String where) {
        return PayerReturn.read(where)
                .flatMap(at -> Tenant.in(at.organisation(), () -> payments.byToken(at.token()))
                        .map(payment -> outcome(payment, at)));
    }

    private static Outcome outcome(OnlinePayment payment, PayerReturn at) {
        State state = switch (payment.state()) {
            case PAID -> State.PAID;
            case RETURNED -> State.RETURNED;
            case STARTED, OPEN -> State.OPEN;
            case OVER -> State.OVER;
            case REFUSED -> State.REFUSED;
        };
        return new Outcome(state, payment.total(), "/pay-return/" + at.text());
    }
}
