package dev.dunwell.payments.online;

import dev.dunwell.access.Organisation;
import dev.dunwell.jobs.RecurringJob;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks for payments that wait for their payer, so that one whose event and return were both lost is found. */
@Component
class PollOnlinePayments implements RecurringJob {

    private static final Logger log = LoggerFactory.getLogger(PollOnlinePayments.class);
    private static final int MOST = 50;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(7);

    private final OnlinePayments payments;
    private final GatewayAccounts accounts;
    private final CheckOnlinePayment checkOnlinePayment;

    PollOnlinePayments(OnlinePayments payments, GatewayAccounts accounts, CheckOnlinePayment checkOnlinePayment) {
        this.payments = payments;
        this.accounts = accounts;
        this.checkOnlinePayment = checkOnlinePayment;
    }

    @Override
    public String name() {
        return "online-payments";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void work(Organisation organisation, Instant now) {
        for (OnlinePayment payment : payments.waiting(MOST)) {
            try {
                checkOnlinePayment.check(payment.id());
            } catch (GatewayTrouble e) {
                log.warn("Online payment {} could not be asked for: {}", payment.id(), e.getMessage());
                accounts.checked(payment.provider(), now, e.getMessage());
                if (payment.startedAt().isBefore(now.minus(FORGOTTEN_AFTER))) {
                    payments.over(payment.id(), OnlinePayment.State.OVER, null);
                }
            }
        }
    }
}
