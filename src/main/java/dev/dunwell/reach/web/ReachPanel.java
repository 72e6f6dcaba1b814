package dev.dunwell.reach.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Contacts;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.reach.Condition;
import dev.dunwell.reach.Conditions;
import dev.dunwell.reach.LiftCondition;
import dev.dunwell.reach.MobileNumbers;
import dev.dunwell.reach.NoteCondition;
import dev.dunwell.reach.OptOut;
import dev.dunwell.reach.OptOuts;
import dev.dunwell.reach.Places;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Typed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whether and how one customer may be reached: beside it on its page, and the page where that is written down. */
@Controller
class ReachPanel {

    private static final int MOST = 50;

    private final Customers customers;
    private final Contacts contacts;
    private final Invoices invoices;
    private final Conditions conditions;
    private final OptOuts optOuts;
    private final Places places;
    private final MobileNumbers mobileNumbers;
    private final NoteCondition noteCondition;
    private final LiftCondition liftCondition;

    ReachPanel(
            Customers customers,
            Contacts contacts,
            Invoices invoices,
            Conditions conditions,
            OptOuts optOuts,
            Places places,
            MobileNumbers mobileNumbers,
            NoteCondition noteCondition,
            LiftCondition liftCondition) {
        this.customers = customers;
        this.contacts = contacts;
        this.invoices = invoices;
        this.conditions = conditions;
        this.optOuts = optOuts;
        this.places = places;
        this.mobileNumbers = mobileNumbers;
        this.noteCondition = noteCondition;
        this.liftCondition = liftCondition;
    }

    @GetMapping("/customers/{id}/reach")
    ModelAndView panel(Caller caller, @PathVariable long id) {
        return new ModelAndView("reach/reach").addObject("view", view(caller, id, Map.of(), List.of()));
    }

    @GetMapping("/customers/{id}/reaching")
    ModelAndView forms(Caller caller, @PathVariable long id) {
        return page(caller, id, Map.of(), List.of());
    }

    @PostMapping("/customers/{id}/conditions")
    ModelAndView note(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return act(caller, id, form, "Noted. Nothing goes out about it until somebody lifts it.", typed -> {
            typed.demand("kind", "Choose one.");
            var debitOn = typed.day("debitOn");
            Long invoice = invoice(caller, id, typed);
            typed.check();
            noteCondition.note(
                    caller,
                    new NoteCondition.Wanted(
                            id, invoice, Condition.Kind.ofCode(typed.text("kind")), debitOn, typed.text("reason")));
        });
    }

    @PostMapping("/conditions/{id}/lift")
    ModelAndView lift(
            Caller caller,
            @PathVariable long id,
            @RequestParam long customerId,
            @RequestParam Map<String, String> form) {
        return act(caller, customerId, form, "Lifted. The reminders go on from where they stood.", typed -> {
            liftCondition.lift(caller, id, typed.text("why"));
        });
    }

    @PostMapping("/customers/{id}/opt-outs")
    ModelAndView optOut(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return act(caller, id, form, "Written down. The next letter goes another way.", typed -> {
            typed.demand("channel", "Choose one.");
            Long contact = typed.id("contact");
            typed.check();
            optOuts.record(caller, id, contact, OptOut.Via.ofCode(typed.text("channel")), typed.text("askedBy"));
        });
    }

    @PostMapping("/opt-outs/{id}/withdraw")
    ModelAndView withdraw(Caller caller, @PathVariable long id) {
        return said(optOuts.withdraw(caller, id), "They hear through it again.");
    }

    @PostMapping("/customers/{id}/places")
    ModelAndView place(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return act(caller, id, form, "Kept. Their own hours and holidays count.", typed -> {
            Long contact = typed.id("person");
            typed.check();
            places.say(caller, id, contact, typed.text("zone"), typed.text("country"));
        });
    }

    @PostMapping("/customers/{id}/mobile-numbers")
    ModelAndView mobile(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return act(caller, id, form, "Kept. Text messages go there.", typed -> {
            typed.demand("owner", "Choose whose number it is.");
            Long contact = typed.id("owner");
            typed.check();
            mobileNumbers.say(caller, id, Objects.requireNonNull(contact), typed.text("number"));
        });
    }

    /** Does what a form asks; refused, it shows the page again, at 422, with what was typed. */
    private ModelAndView act(Caller caller, long id, Map<String, String> form, String done, Consumer<Typed> act) {
        try {
            act.accept(new Typed(form, caller.organisation().locale()));
            return said(id, done);
        } catch (BadInput bad) {
            return page(caller, id, form, bad.problems());
        } catch (Refusal refusal) {
            return page(caller, id, form, List.of(new Problem(0, "", refusal.reason())));
        }
    }

    private @Nullable Long invoice(Caller caller, long customerId, Typed typed) {
        String number = typed.text("invoice");
        if (number.isEmpty()) {
            return null;
        }
        Long invoice = invoices.byNumber(number, caller.today())
                .filter(found -> found.customerId() == customerId)
                .map(Invoice::id)
                .orElse(null);
        if (invoice == null) {
            typed.refuse("invoice", "The customer has no invoice of this number. Leave it empty for all of them.");
        }
        return invoice;
    }

    private ModelAndView page(Caller caller, long id, Map<String, String> values, List<Problem> problems) {
        var page = new ModelAndView("reach/reaching").addObject("view", view(caller, id, values, problems));
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ReachView view(Caller caller, long id, Map<String, String> values, List<Problem> problems) {
        Customer customer = customers.byId(id).orElseThrow(() -> new NotFound("customer"));
        return new ReachView(
                customer,
                conditions.running(id, caller.today(), MOST),
                optOuts.running(id, caller.today(), MOST),
                places.of(id),
                mobileNumbers.of(id),
                contacts.of(id),
                values,
                problems,
                caller.may("POST /customers/{id}/conditions"));
    }

    private static ModelAndView said(long customerId, String words) {
        return Onward.to("/customers/" + customerId, Flash.done(words));
    }
}
