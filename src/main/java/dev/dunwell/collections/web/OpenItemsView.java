package dev.dunwell.collections.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.Icon;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is open of a customer and what comes of it, one group per currency.
 *
 * @param customerNumber for the download
 */
public record OpenItemsView(String customerNumber, List<Group> groups) {

    /** @param open of all its documents, credits deducted */
    public record Group(Money open, List<Row> rows) {}

    /**
     * One document.
     *
     * @param invoiceId its page, null for what is on account
     * @param dueOn null for what is on account
     * @param daysOverdue 0 when it is not overdue
     * @param open below zero for what is on account
     * @param next what comes, when and why, in one sentence
     */
    public record Row(
            @Nullable Long invoiceId,
            String number,
            LocalDate issuedOn,
            @Nullable LocalDate dueOn,
            int daysOverdue,
            Money original,
            Money open,
            State state,
            String next) {}

    /** Where a document stands, in a word with its sign. */
    public record State(String words, Icon icon, String tone) {}
}
