package dev.dunwell.deals.web;

import dev.dunwell.access.Caller;
import dev.dunwell.deals.MoveOpportunity.Move;
import dev.dunwell.deals.RecordOpportunity;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Typed;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads what was typed about a lead, or as a program sends it. */
@Component
class LeadForm {

    private final DealForm dealForm;

    LeadForm(DealForm dealForm) {
        this.dealForm = dealForm;
    }

    RecordOpportunity.Wanted lead(Caller caller, Map<String, String> form) {
        Typed typed = DealForm.typed(caller, form);
        Currency currency = DealForm.currency(typed, caller.organisation().currency());
        Money worth = typed.amount("worth", currency.getCurrencyCode());
        typed.check();
        return new RecordOpportunity.Wanted(
                typed.text("name"),
                typed.text("origin"),
                DealForm.or(typed, "owner", caller.actor().name()),
                typed.text("customer").isEmpty() ? null : dealForm.customer(typed),
                currency,
                worth,
                DealForm.day(typed, "createdOn", caller.today()));
    }

    Move move(Caller caller, Map<String, String> form) {
        Typed typed = DealForm.typed(caller, form);
        LocalDate on = DealForm.day(typed, "on", caller.today());
        return switch (typed.text("move")) {
            case "touched" -> new Move.Touched(on);
            case "won" -> new Move.Won(on, typed.text("customer").isEmpty() ? null : dealForm.customer(typed));
            case "lost" -> new Move.Lost(on, typed.text("why"));
            default -> throw BadInput.in("move", "Say touched, won or lost.");
        };
    }
}
