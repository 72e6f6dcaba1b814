package dev.dunwell.deals.web;

import dev.dunwell.access.Caller;
import dev.dunwell.deals.AnswerQuote;
import dev.dunwell.deals.ChangeQuote;
import dev.dunwell.deals.Opportunities;
import dev.dunwell.deals.PlaceOrder;
import dev.dunwell.deals.Products;
import dev.dunwell.deals.Quote;
import dev.dunwell.deals.Quotes;
import dev.dunwell.deals.ReplaceQuote;
import dev.dunwell.deals.SendQuote;
import dev.dunwell.deals.WriteQuote;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Typed;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Quotes: the list, a new one, and one on its way from draft to order. */
@Controller
class QuotesPage {

    private static final String ADDRESS = "/quotes";
    private static final int SHOWN = 200;

    private final Quotes quotes;
    private final Products products;
    private final TermsBook terms;
    private final Opportunities opportunities;
    private final WriteQuote writeQuote;
    private final ChangeQuote changeQuote;
    private final SendQuote sendQuote;
    private final AnswerQuote answerQuote;
    private final ReplaceQuote replaceQuote;
    private final PlaceOrder placeOrder;
    private final DealForm dealForm;

    QuotesPage(
            Quotes quotes,
            Products products,
            TermsBook terms,
            Opportunities opportunities,
            WriteQuote writeQuote,
            ChangeQuote changeQuote,
            SendQuote sendQuote,
            AnswerQuote answerQuote,
            ReplaceQuote replaceQuote,
            PlaceOrder placeOrder,
            DealForm dealForm) {
        this.quotes = quotes;
        this.products = products;
        this.terms = terms;
        this.opportunities = opportunities;
        this.writeQuote = writeQuote;
        this.changeQuote = changeQuote;
        this.sendQuote = sendQuote;
        this.answerQuote = answerQuote;
        this.replaceQuote = replaceQuote;
        this.placeOrder = placeOrder;
        this.dealForm = dealForm;
    }

    @GetMapping(ADDRESS)
    ModelAndView list(Caller caller) {
        return new ModelAndView("deals/quotes")
                .addObject("quotes", quotes.latest(SHOWN))
                .addObject("terms", terms.inUse(caller.today()))
                .addObject("leads", opportunities.open(SHOWN))
                .addObject("today", caller.today())
                .addObject("until", caller.today().plusDays(DealForm.VALID_DAYS))
                .addObject("mayWrite", caller.may("POST " + ADDRESS));
    }

    @PostMapping(ADDRESS)
    ModelAndView write(Caller caller, @RequestParam Map<String, String> form) {
        return Acting.on(ADDRESS, () -> {
            var wanted = dealForm.quote(
                    DealForm.typed(caller, form), caller.organisation().currency(), caller.today());
            long id = writeQuote.write(caller.actor(), wanted, caller.today());
            return Onward.to(at(id), Flash.done("A draft. Add what it offers."));
        });
    }

    @GetMapping("/quotes/{id}")
    ModelAndView one(Caller caller, @PathVariable long id) {
        return new ModelAndView("deals/quote")
                .addObject("quote", quote(id))
                .addObject("products", products.all())
                .addObject("today", caller.today())
                .addObject("until", caller.today().plusDays(DealForm.VALID_DAYS))
                .addObject("mayWrite", caller.may("POST /quotes/{id}/lines"))
                .addObject("mayOrder", caller.may("POST /quotes/{id}/order"));
    }

    @PostMapping("/quotes/{id}/lines")
    ModelAndView add(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return Acting.on(
                at(id),
                () -> changeQuote.change(
                        caller.actor(),
                        id,
                        new ChangeQuote.Change.Add(dealForm.item(
                                DealForm.typed(caller, form), quote(id).currency(), caller.today())),
                        caller.today()),
                "Added.");
    }

    @PostMapping("/quotes/{id}/lines/{line}/removal")
    ModelAndView drop(Caller caller, @PathVariable long id, @PathVariable long line) {
        return Acting.on(
                at(id),
                () -> changeQuote.change(caller.actor(), id, new ChangeQuote.Change.Drop(line), caller.today()),
                "Taken out.");
    }

    @PostMapping("/quotes/{id}/parts")
    ModelAndView plan(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return Acting.on(
                at(id),
                () -> changeQuote.change(
                        caller.actor(),
                        id,
                        new ChangeQuote.Change.Plan(DealForm.planned(
                                DealForm.typed(caller, form), quote(id).currency())),
                        caller.today()),
                "Planned.");
    }

    @PostMapping("/quotes/{id}/parts/{part}/removal")
    ModelAndView withdraw(Caller caller, @PathVariable long id, @PathVariable long part) {
        return Acting.on(
                at(id),
                () -> changeQuote.change(caller.actor(), id, new ChangeQuote.Change.Withdraw(part), caller.today()),
                "Taken out.");
    }

    @PostMapping("/quotes/{id}/sending")
    ModelAndView send(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "mail") String by) {
        boolean byMail = by.equals("mail");
        return Acting.on(
                at(id),
                () -> sendQuote.send(caller.actor(), caller.organisation(), id, byMail, caller.today()),
                byMail ? "It is in the outbox." : "Noted: the customer has it.");
    }

    @PostMapping("/quotes/{id}/answer")
    ModelAndView answer(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return Acting.on(
                at(id),
                () -> answerQuote.answer(
                        caller.actor(),
                        id,
                        DealForm.said(DealForm.typed(caller, form), caller.today()),
                        caller.today()),
                "Written down.");
    }

    @PostMapping("/quotes/{id}/replacement")
    ModelAndView replace(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return Acting.on(at(id), () -> {
            LocalDate until = DealForm.day(DealForm.typed(caller, form), "validUntil", caller.today());
            long later = replaceQuote.replace(caller.actor(), id, until, caller.today());
            return Onward.to(at(later), Flash.done("A draft in its place. Once sent, the earlier one is over."));
        });
    }

    @PostMapping("/quotes/{id}/order")
    ModelAndView order(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return Acting.on(at(id), () -> {
            Typed typed = DealForm.typed(caller, form);
            var wanted = new PlaceOrder.Wanted.OfQuote(id, typed.choice("reference"), DealForm.issue(typed));
            long order = placeOrder.place(caller.actor(), wanted, caller.today());
            return Onward.to("/orders/" + order, Flash.done("Ordered. Agree deposits and milestones, or complete it."));
        });
    }

    private Quote quote(long id) {
        return quotes.byId(id).orElseThrow(() -> new NotFound("quote"));
    }

    private static String at(long id) {
        return ADDRESS + "/" + id;
    }
}
