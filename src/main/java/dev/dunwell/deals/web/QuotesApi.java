package dev.dunwell.deals.web;

import dev.dunwell.access.Caller;
import dev.dunwell.deals.AnswerQuote;
import dev.dunwell.deals.ChangeQuote;
import dev.dunwell.deals.ChangeQuote.Change;
import dev.dunwell.deals.PlaceOrder;
import dev.dunwell.deals.PrintQuote;
import dev.dunwell.deals.Quote;
import dev.dunwell.deals.Quotes;
import dev.dunwell.deals.ReplaceQuote;
import dev.dunwell.deals.SendQuote;
import dev.dunwell.deals.WriteQuote;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Typed;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Quotes for programs, from the draft to the order. */
@RestController
class QuotesApi {

    private static final int MOST = 1000;

    private final Quotes quotes;
    private final PrintQuote printQuote;
    private final WriteQuote writeQuote;
    private final ChangeQuote changeQuote;
    private final SendQuote sendQuote;
    private final AnswerQuote answerQuote;
    private final ReplaceQuote replaceQuote;
    private final PlaceOrder placeOrder;
    private final DealForm dealForm;

    QuotesApi(
            Quotes quotes,
            PrintQuote printQuote,
            WriteQuote writeQuote,
            ChangeQuote changeQuote,
            SendQuote sendQuote,
            AnswerQuote answerQuote,
            ReplaceQuote replaceQuote,
            PlaceOrder placeOrder,
            DealForm dealForm) {
        this.quotes = quotes;
        this.printQuote = printQuote;
        this.writeQuote = writeQuote;
        this.changeQuote = changeQuote;
        this.sendQuote = sendQuote;
        this.answerQuote = answerQuote;
        this.replaceQuote = replaceQuote;
        this.placeOrder = placeOrder;
        this.dealForm = dealForm;
    }

    @Operation(summary = "Quotes with where they stand, the latest first")
    @GetMapping("/api/v1/quotes")
    List<QuoteJson> list(Caller caller) {
        return quotes.latest(MOST).stream()
                .map(quote -> QuoteJson.of(quote, caller.today()))
                .toList();
    }

    @Operation(summary = "One quote with its lines, its parts and the answer to it")
    @GetMapping("/api/v1/quotes/{id}")
    QuoteJson one(Caller caller, @PathVariable long id) {
        return QuoteJson.of(quote(id), caller.today());
    }

    @Operation(summary = "The quote as PDF: as it was sent, or of a draft as it would be")
    @GetMapping(value = "/api/v1/quotes/{id}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] paper(Caller caller, @PathVariable long id) {
        return printQuote.show(caller.organisation(), quote(id));
    }

    @Operation(
            summary = "Begin a draft: customer (its number), title, terms (their name); perhaps currency,"
                    + " validUntil and lead")
    @PostMapping("/api/v1/quotes")
    @ResponseStatus(HttpStatus.CREATED)
    MadeJson write(Caller caller, @RequestBody Map<String, @Nullable String> fields) {
        var wanted = dealForm.quote(DealForm.sent(fields), caller.organisation().currency(), caller.today());
        return new MadeJson(writeQuote.write(caller.actor(), wanted, caller.today()));
    }

    @Operation(
            summary = "One more line of a draft: product (its id), or description, price and tax; perhaps quantity and"
                    + " unit")
    @PostMapping("/api/v1/quotes/{id}/lines")
    @ResponseStatus(HttpStatus.CREATED)
    QuoteJson add(Caller caller, @PathVariable long id, @RequestBody Map<String, @Nullable String> fields) {
        var item = dealForm.item(DealForm.sent(fields), quote(id).currency(), caller.today());
        return changed(caller, id, new Change.Add(item));
    }

    @Operation(summary = "A line less")
    @DeleteMapping("/api/v1/quotes/{id}/lines/{line}")
    QuoteJson drop(Caller caller, @PathVariable long id, @PathVariable long line) {
        return changed(caller, id, new Change.Drop(line));
    }

    @Operation(summary = "Plan a deposit or a milestone of a draft: kind, title, plannedOn, and percent or amount, net")
    @PostMapping("/api/v1/quotes/{id}/parts")
    @ResponseStatus(HttpStatus.CREATED)
    QuoteJson plan(Caller caller, @PathVariable long id, @RequestBody Map<String, @Nullable String> fields) {
        var planned = DealForm.planned(DealForm.sent(fields), quote(id).currency());
        return changed(caller, id, new Change.Plan(planned));
    }

    @Operation(summary = "A deposit or a milestone less")
    @DeleteMapping("/api/v1/quotes/{id}/parts/{part}")
    QuoteJson withdraw(Caller caller, @PathVariable long id, @PathVariable long part) {
        return changed(caller, id, new Change.Withdraw(part));
    }

    @Operation(summary = "Send it by mail, or note that it was handed over: by is mail or hand; then it stays as it is")
    @PostMapping("/api/v1/quotes/{id}/sending")
    QuoteJson send(Caller caller, @PathVariable long id, @RequestBody Map<String, @Nullable String> fields) {
        boolean byMail = switch (DealForm.sent(fields).text("by")) {
            case "mail" -> true;
            case "hand" -> false;
            default -> throw BadInput.in("by", "Say mail or hand.");
        };
        sendQuote.send(caller.actor(), caller.organisation(), id, byMail, caller.today());
        return one(caller, id);
    }

    @Operation(
            summary = "Write down what the customer said: answer (accepted or declined), by (who there), evidence;"
                    + " perhaps on and reason")
    @PostMapping("/api/v1/quotes/{id}/answer")
    QuoteJson answer(Caller caller, @PathVariable long id, @RequestBody Map<String, @Nullable String> fields) {
        var said = DealForm.said(DealForm.sent(fields), caller.today());
        answerQuote.answer(caller.actor(), id, said, caller.today());
        return one(caller, id);
    }

    @Operation(summary = "Begin another in its place, a draft with the same lines, parts and terms; perhaps validUntil")
    @PostMapping("/api/v1/quotes/{id}/replacement")
    @ResponseStatus(HttpStatus.CREATED)
    MadeJson replace(Caller caller, @PathVariable long id, @RequestBody Map<String, @Nullable String> fields) {
        LocalDate until =
                DealForm.day(DealForm.sent(fields), "validUntil", caller.today().plusDays(DealForm.VALID_DAYS));
        return new MadeJson(replaceQuote.replace(caller.actor(), id, until, caller.today()));
    }

    @Operation(
            summary = "Make an accepted quote an order; perhaps reference (the customer's number), and issue: automatic"
                    + " or approve")
    @PostMapping("/api/v1/quotes/{id}/order")
    @ResponseStatus(HttpStatus.CREATED)
    MadeJson order(Caller caller, @PathVariable long id, @RequestBody Map<String, @Nullable String> fields) {
        Typed sent = DealForm.sent(fields);
        var wanted = new PlaceOrder.Wanted.OfQuote(id, sent.choice("reference"), DealForm.issue(sent));
        return new MadeJson(placeOrder.place(caller.actor(), wanted, caller.today()));
    }

    private QuoteJson changed(Caller caller, long id, Change change) {
        changeQuote.change(caller.actor(), id, change, caller.today());
        return one(caller, id);
    }

    private Quote quote(long id) {
        return quotes.byId(id).orElseThrow(() -> new NotFound("quote"));
    }
}
