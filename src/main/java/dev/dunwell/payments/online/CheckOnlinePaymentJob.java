package dev.dunwell.payments.online;

import dev.dunwell.access.Organisation;
import dev.dunwell.jobs.Job;
import org.springframework.stereotype.Component;

/** After an event: asks for the state of its payment. A gateway that does not answer is asked again later. */
@Component
class CheckOnlinePaymentJob implements Job {

    static final String NAME = "online-payment";

    private final CheckOnlinePayment checkOnlinePayment;

    CheckOnlinePaymentJob(CheckOnlinePayment checkOnlinePayment) {
        this.checkOnlinePayment = checkOnlinePayment;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void work(Organisation organisation, String what) {
        try {
            checkOnlinePayment.check(Long.parseLong(what.substring(0, what.indexOf('/'))));
        } catch (GatewayTrouble e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
