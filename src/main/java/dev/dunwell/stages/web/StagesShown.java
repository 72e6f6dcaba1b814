package dev.dunwell.stages.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Journeys;
import dev.dunwell.collections.LateReasons;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.stages.Chronology;
import dev.dunwell.stages.Happening;
import dev.dunwell.stages.Track;
import dev.dunwell.web.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what the panel of the stages shows. */
@Component
class StagesShown {

    private final Invoices invoices;
    private final Journeys journeys;
    private final Chronology chronology;
    private final LateReasons reasons;

    StagesShown(Invoices invoices, Journeys journeys, Chronology chronology, LateReasons reasons) {
        this.invoices = invoices;
        this.journeys = journeys;
        this.chronology = chronology;
        this.reasons = reasons;
    }

    StagesView view(Caller caller, long invoiceId, Map<String, String> values, List<Problem> problems) {
        Invoice invoice = invoices.byId(invoiceId, caller.today()).orElseThrow(() -> new NotFound("invoice"));
        Optional<Journeys.Way> way = journeys.of(caller.organisation(), caller.today(), invoiceId);
        List<Happening> happened = chronology.of(invoiceId, caller.today());
        Happening closing = happened.stream()
                .filter(each -> each.kind() == Happening.Kind.CLOSING)
                .reduce((_, last) -> last)
                .orElse(null);
        return new StagesView(
                invoiceId,
                invoice.number(),
                Track.of(happened, way),
                way,
                closing,
                reasons.all(),
                caller.today(),
                caller.may("POST /invoices/{id}/inquiry"),
                values,
                problems);
    }
}
