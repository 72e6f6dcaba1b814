package dev.dunwell.payments;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Organisation;
import dev.dunwell.jobs.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets confirmed accounts hold from their day on; the ones before end and stay to be read. Safe to run twice. */
@Component
public class TakeUpAccounts implements RecurringJob {

    private static final Actor CALENDAR = Actor.automation("bank accounts");

    private final AccountChanges changes;
    private final BankAccounts accounts;
    private final Audit audit;

    TakeUpAccounts(AccountChanges changes, BankAccounts accounts, Audit audit) {
        this.changes = changes;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "bank-accounts";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    @Transactional
    public void work(Organisation organisation, Instant now) {
        takeUp(organisation.today(Clock.fixed(now, organisation.zone())));
    }

    private void takeUp(LocalDate today) {
        for (AccountChange change : changes.open()) {
            LocalDate from = change.holdsFrom();
            if (from != null && !from.isAfter(today) && changes.close(change.id(), today, CALENDAR.name())) {
                BankAccount account = change.account().since(today);
                accounts.end(account.currency(), today, CALENDAR.name());
                accounts.insert(account, change.askedBy() + ", " + change.confirmedBy());
                audit.write(
                        CALENDAR,
                        "bank-account.holds",
                        "organisation",
                        null,
                        Map.of("currency", account.currency().getCurrencyCode(), "number", account.number()));
            }
        }
    }
}
