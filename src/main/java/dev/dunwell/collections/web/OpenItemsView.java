package dev.dunwell.collections.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.Icon;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The open items of a customer, each currency for itself. */
public record OpenItemsView(List<Group> groups) {

    /** The items of one currency with their sum. */
    public record Group(String currency, Money open, List<Row> rows) {}

    /**
     * An invoice, or a credit with amounts below zero.
     *
     * @param invoiceId its page; null for a credit, and so is {@code dueOn}
     * @param tone colour of the state, with its icon and word
     * @param next what comes next and why
     */
    public record Row(
            @Nullable Long invoiceId,
            String number,
            LocalDate issuedOn,
            @Nullable LocalDate dueOn,
            Money amount,
            Money open,
            Icon icon,
            String state,
            String tone,
            String next) {

        public boolean isInvoice() {
            return dueOn != null;
        }

        /** Days past due; 0 up to and on the due date. */
        public long daysOverdue(LocalDate today) {
            return dueOn == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(dueOn, today));
        }
    }
}
