package dev.dunwell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Tenant;
import dev.dunwell.collections.Watch;
import dev.dunwell.ledger.LedgerChecker;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What is so in every organisation on every day, whatever happened. */
@Component
public class Soundness {

    private static final int SHOWN = 10;

    private final LedgerChecker ledger;
    private final Audit audit;
    private final Watch watch;
    private final Mails mails;

    Soundness(LedgerChecker ledger, Audit audit, Watch watch, Mails mails) {
        this.ledger = ledger;
        this.audit = audit;
        this.watch = watch;
        this.mails = mails;
    }

    public void check(Organisation organisation, LocalDate today) {
        Tenant.runIn(organisation.id(), () -> {
            assertThat(ledger.check(today)).as("the ledger agrees with itself").isEmpty();
            assertThat(audit.firstBreak()).as("the audit chain is whole").isEmpty();
            assertThat(watch.look(today, SHOWN)).as("nothing is lost").isEmpty();
            assertThat(mails.doubled()).as("nobody hears twice").isEmpty();
        });
    }
}
