package dev.dunwell.journal.web;

import dev.dunwell.journal.Account;
import dev.dunwell.journal.Journal;
import dev.dunwell.journal.Posting;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.Choice;
import dev.dunwell.web.Slice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The journal of a period.
 *
 * @param customer the number asked for, empty for all
 * @param query the filter for links, beginning with a question mark
 */
public record JournalView(
        Journal.Filter filter,
        String customer,
        List<Choice> accounts,
        String query,
        List<Journal.Total> totals,
        Slice<Posting> postings,
        boolean isFirstPage,
        boolean mayExport) {

    /** The sums of one currency over all accounts; equal when no account is chosen. */
    public record Sum(Money debit, Money credit) {}

    public String account() {
        Account account = filter.account();
        return account == null ? "" : account.code();
    }

    public List<Sum> sums() {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (Journal.Total total : totals) {
            sums.merge(
                    total.debit().currency().getCurrencyCode(),
                    new Sum(total.debit(), total.credit()),
                    (a, b) -> new Sum(a.debit.plus(b.debit), a.credit.plus(b.credit)));
        }
        return new ArrayList<>(sums.values());
    }

    /** Where the document of a posting can be seen. */
    public static String address(Posting posting) {
        Posting.Of customer = posting.customer();
        if (posting.invoiceId() != null) {
            return "/invoices/" + posting.invoiceId();
        } else if (posting.kind().equals("credit_note")) {
            return "/credit-notes/" + posting.factId();
        } else if (posting.kind().equals("payment")) {
            return "/payments/" + posting.factId();
        } else {
            return customer == null ? "/journal" : "/customers/" + customer.id();
        }
    }
}
