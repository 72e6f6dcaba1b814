package dev.dunwell.stages.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.LateReasons;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.stages.Chronology;
import dev.dunwell.stages.Happening;
import dev.dunwell.web.Csv;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Show;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Everything that happened to an invoice on one page that can be printed: what a manager reads before calling. */
@Controller
class ChronologyPage {

    private final Invoices invoices;
    private final Customers customers;
    private final Chronology chronology;
    private final LateReasons reasons;

    ChronologyPage(Invoices invoices, Customers customers, Chronology chronology, LateReasons reasons) {
        this.invoices = invoices;
        this.customers = customers;
        this.chronology = chronology;
        this.reasons = reasons;
    }

    @GetMapping("/invoices/{id}/chronology")
    ModelAndView show(Caller caller, @PathVariable long id) {
        Invoice invoice = find(caller, id);
        return new ModelAndView("stages/chronology")
                .addObject(
                        "view",
                        new ChronologyView(
                                invoice,
                                customers
                                        .byId(invoice.customerId())
                                        .orElseThrow()
                                        .name(),
                                chronology.of(id, caller.today()),
                                words(caller)));
    }

    @GetMapping("/invoices/{id}/chronology.csv")
    void csv(Caller caller, @PathVariable long id, HttpServletResponse response) throws IOException {
        Invoice invoice = find(caller, id);
        HappeningWords words = words(caller);
        try (Csv csv = Csv.download(
                response, "chronology-" + invoice.number() + ".csv", "date", "recorded_at", "kind", "what", "author")) {
            for (Happening each : chronology.of(id, caller.today())) {
                csv.row(
                        each.on(),
                        each.at(),
                        each.kind().name().toLowerCase(Locale.ROOT),
                        words.sentence(each),
                        each.author());
            }
        }
    }

    private Invoice find(Caller caller, long id) {
        return invoices.byId(id, caller.today()).orElseThrow(() -> new NotFound("invoice"));
    }

    private HappeningWords words(Caller caller) {
        var organisation = caller.organisation();
        return HappeningWords.of(new Show(organisation.locale(), organisation.zone(), caller.today()), reasons.all());
    }
}
