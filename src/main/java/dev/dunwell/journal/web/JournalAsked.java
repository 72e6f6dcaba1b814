package dev.dunwell.journal.web;

import dev.dunwell.access.Caller;
import dev.dunwell.journal.Account;
import dev.dunwell.journal.Journal;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.ledger.Viewpoint;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which part of the journal is asked for. */
@Component
class JournalAsked {

    private final Customers customers;
    private final Knowledge knowledge;

    JournalAsked(Customers customers, Knowledge knowledge) {
        this.customers = customers;
        this.knowledge = knowledge;
    }

    /**
     * As it stands in a URL.
     *
     * @param from null: the first of the last day's month
     * @param to null: today
     * @param account the code of one; blank: all
     * @param customer the number of one; blank: all
     * @param knownAt as in {@link Viewpoint}
     */
    record Parameters(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String account,
            @Nullable String customer,
            @Nullable String knownAt) {}

    Journal.Filter filter(Caller caller, Parameters asked) {
        AsOf to = knowledge.see(caller, new Viewpoint(asked.to, asked.knownAt));
        LocalDate from = asked.from == null ? to.day().withDayOfMonth(1) : asked.from;
        if (from.isAfter(to.day())) {
            throw BadInput.in("from", "It is after the last day, " + to.day() + ". Give that day or an earlier one.");
        }
        return new Journal.Filter(from, to.day(), account(asked.account), customer(asked.customer), to.knownAt());
    }

    private static @Nullable Account account(@Nullable String code) {
        return code == null || code.isBlank()
                ? null
                : Account.ofCode(code).orElseThrow(() -> BadInput.in("account", "There is no such account."));
    }

    private @Nullable Long customer(@Nullable String number) {
        return number == null || number.isBlank()
                ? null
                : customers
                        .byNumber(number.strip())
                        .map(Customer::id)
                        .orElseThrow(() -> BadInput.in("customer", "There is no customer with this number."));
    }
}
