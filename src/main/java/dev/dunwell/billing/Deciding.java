package dev.dunwell.billing;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The way that claiming, holding and waiving have in common: one at a time for an invoice, the piece that is held or
 * proposed first, else what has accrued; no day and no stage twice.
 */
@Component
class Deciding {

    private final LateItems items;
    private final Charges charges;
    private final Audit audit;

    Deciding(LateItems items, Charges charges, Audit audit) {
        this.items = items;
        this.charges = charges;
        this.audit = audit;
    }

    /** Who decides about which piece of which invoice, on the organisation's day; interest runs through that day. */
    record Case(Actor actor, long invoiceId, String stage, LocalDate today) {}

    /** What is decided about: held or proposed already, or accrued and new. */
    record Matter(Optional<Charge> held, Optional<LateCosts.Piece> accrued, Case which) {

        Money amount() {
            return held.map(Charge::amount)
                    .or(() -> accrued.map(LateCosts.Piece::amount))
                    .orElseThrow();
        }

        LocalDate through() {
            return held.map(Charge::through)
                    .or(() -> accrued.map(LateCosts.Piece::through))
                    .orElseThrow();
        }

        String kind() {
            return held.map(Charge::stage).orElse(which.stage).equals(LateCosts.INTEREST) ? "interest" : "fee";
        }
    }

    /** Takes the invoice's turn and finds the matter; refuses when nothing is left to decide. */
    Matter open(Case which) {
        charges.lock(which.invoiceId);
        Optional<Charge> held = charges.undecided(which.invoiceId, which.stage);
        Optional<LateCosts.Piece> accrued = held.isPresent()
                ? Optional.empty()
                : items.ofInvoice(which.invoiceId, which.today).flatMap(costs -> costs.at(which.stage));
        if (held.isEmpty() && accrued.isEmpty()) {
            throw Refusal.conflict(
                    "nothing-to-charge",
                    "Nothing is left to decide at “%s”: the terms set no price, or it was claimed, held or waived already."
                            .formatted(which.stage));
        }
        return new Matter(held, accrued, which);
    }

    /** Writes the decision down, with its line in the audit. */
    Charge close(Matter matter, Charge.Decision decision) {
        Case which = matter.which;
        long id = write(matter, decision);
        Map<String, Object> detail = new HashMap<>();
        detail.put("stage", which.stage);
        detail.put("amount", matter.amount().toString());
        detail.put("through", matter.through().toString());
        detail.put("reason", decision.reason());
        audit.write(which.actor, "charge." + decision.state().code(), "invoice", which.invoiceId, detail);
        return charges.byId(id).orElseThrow();
    }

    private long write(Matter matter, Charge.Decision decision) {
        if (matter.held.isPresent()) {
            charges.decide(matter.held.get().id(), decision);
            return matter.held.get().id();
        }
        try {
            return charges.insert(matter.which.invoiceId, matter.accrued.orElseThrow(), decision);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("charged-already", "Somebody else decided about it meanwhile. Look at it again.");
        }
    }
}
