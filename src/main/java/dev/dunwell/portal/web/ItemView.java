package dev.dunwell.portal.web;

import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.portal.DoorWords;
import dev.dunwell.portal.DueItem;
import dev.dunwell.portal.EarlyPayment;
import dev.dunwell.portal.Payer;
import java.time.LocalDate;
import java.util.List;

/**
 * One invoice and the forms about it.
 *
 * @param savings what paying early saves, the earliest first
 * @param latest the last day that may be named; before today when none may be named any more
 */
public record ItemView(
        Payer payer,
        DoorWords w,
        DueItem item,
        List<EarlyPayment.Saving> savings,
        LocalDate latest,
        List<DeductionCode> reasons) {

    public ItemView {
        savings = List.copyOf(savings);
        reasons = List.copyOf(reasons);
    }

    public String here() {
        return "/door/" + payer.here().key() + "/invoices/" + item.invoiceId();
    }

    public LocalDate today() {
        return payer.caller().today();
    }

    public boolean mayNameDay() {
        return !latest.isBefore(today()) && item.disputed() == null;
    }

    public DoorView.Standing standing() {
        return DoorView.Standing.of(w, item, today());
    }
}
