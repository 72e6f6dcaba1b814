package dev.dunwell.relations.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.relations.Accuracy;
import dev.dunwell.relations.Period;
import dev.dunwell.relations.ResponseTimes;
import dev.dunwell.relations.Satisfaction;
import dev.dunwell.relations.Sentiments;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/** How it is to be this customer of ours, as a part of its page; and the one click that notes how a contact went. */
@Controller
class RelationPanel {

    private static final int MOODS = 12;

    private final Customers customers;
    private final Sentiments sentiments;
    private final ResponseTimes responseTimes;
    private final Accuracy accuracy;
    private final Satisfaction satisfaction;

    RelationPanel(
            Customers customers,
            Sentiments sentiments,
            ResponseTimes responseTimes,
            Accuracy accuracy,
            Satisfaction satisfaction) {
        this.customers = customers;
        this.sentiments = sentiments;
        this.responseTimes = responseTimes;
        this.accuracy = accuracy;
        this.satisfaction = satisfaction;
    }

    @GetMapping("/customers/{id}/relation")
    ModelAndView show(Caller caller, @PathVariable long id) {
        Customer customer = customers.byId(id).orElseThrow(() -> new NotFound("customer"));
        var year = new Period(caller.today().minusDays(364), caller.today(), caller.today());
        return new ModelAndView("relations/relation")
                .addObject(
                        "view",
                        new RelationView(
                                customer.number(),
                                year,
                                sentiments.of(id, caller.today(), MOODS),
                                responseTimes
                                        .ofCustomer(caller.organisation(), year, id)
                                        .all(),
                                accuracy.ofCustomer(year, id),
                                satisfaction.ofCustomer(year, id).all()));
    }

    @PostMapping("/interactions/{id}/sentiment")
    ModelAndView note(Caller caller, @PathVariable long id, @RequestParam String mood, @RequestParam long customer) {
        sentiments.note(caller, id, mood);
        return Onward.to("/customers/" + customer, Flash.done("Noted how it was."));
    }

    /** @param mood good, neutral, tense or hostile */
    record Noting(String mood) {}

    @Operation(summary = "Note how a contact went: good, neutral, tense or hostile")
    @PostMapping("/api/v1/interactions/{id}/sentiment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ResponseBody
    void note(Caller caller, @PathVariable long id, @RequestBody Noting asked) {
        sentiments.note(caller, id, asked.mood);
    }
}
