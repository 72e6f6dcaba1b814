package dev.dunwell.collections.web;

import static java.util.Objects.requireNonNull;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Disputes;
import dev.dunwell.collections.HoldReason;
import dev.dunwell.collections.Holds;
import dev.dunwell.collections.LogContact;
import dev.dunwell.collections.MakePromise;
import dev.dunwell.collections.Objection;
import dev.dunwell.collections.web.LogForm.Asked;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms beside a customer: log a call or a note, promise, hold, dispute. What was typed outlives every refusal. */
@Controller
class LogPanel {

    private final LogForm form;
    private final NextRow nextRow;
    private final LogContact logContact;
    private final MakePromise makePromise;
    private final Holds holds;
    private final Disputes disputes;

    LogPanel(
            LogForm form,
            NextRow nextRow,
            LogContact logContact,
            MakePromise makePromise,
            Holds holds,
            Disputes disputes) {
        this.form = form;
        this.nextRow = nextRow;
        this.logContact = logContact;
        this.makePromise = makePromise;
        this.holds = holds;
        this.disputes = disputes;
    }

    @GetMapping("/customers/{id}/log")
    String log(Caller caller, @PathVariable long id, @RequestParam Map<String, String> values, Model model) {
        var asked = new Asked(id, LogKind.of(values.get("kind")), values);
        model.addAttribute("view", form.view(caller, asked, List.of()));
        return "collections/log";
    }

    @PostMapping("/customers/{id}/contacts-log")
    ModelAndView contact(Caller caller, @PathVariable long id, @RequestParam Map<String, String> values) {
        LogKind kind = LogKind.of(values.get("kind")) == LogKind.NOTE ? LogKind.NOTE : LogKind.CALL;
        return act(caller, new Asked(id, kind, values), typed -> {
            LogContact.Contact contact = kind == LogKind.NOTE ? note(id, typed) : call(caller, id, typed);
            typed.check();
            logContact.log(caller, contact);
            return kind == LogKind.NOTE ? "Note written down." : "Call written down." + FollowUp.words(contact);
        });
    }

    @PostMapping("/customers/{id}/promises")
    ModelAndView promise(Caller caller, @PathVariable long id, @RequestParam Map<String, String> values) {
        return act(caller, new Asked(id, LogKind.PROMISE, values), typed -> {
            typed.demand("amount", "Give the amount they promised.");
            typed.demand("dueOn", "Give the day they promised it for.");
            Money amount = typed.amount("amount", typed.text("currency"));
            LocalDate dueOn = typed.day("dueOn");
            Long invoice = invoice(caller, id, typed);
            typed.check();
            makePromise.make(
                    caller,
                    new MakePromise.Wanted(
                            id,
                            requireNonNull(amount),
                            requireNonNull(dueOn),
                            invoice == null ? List.of() : List.of(invoice),
                            null,
                            typed.choice("method"),
                            typed.id("contact")));
            return "Promise written down. Nothing is sent about it while it runs.";
        });
    }

    @PostMapping("/customers/{id}/holds")
    ModelAndView hold(Caller caller, @PathVariable long id, @RequestParam Map<String, String> values) {
        return act(caller, new Asked(id, LogKind.HOLD, values), typed -> {
            typed.demand("until", "Give the last day of the hold.");
            LocalDate until = typed.day("until");
            Long invoice = invoice(caller, id, typed);
            typed.check();
            HoldReason code = HoldReason.read(typed.text("code")).orElse(HoldReason.OTHER);
            String reason = typed.text("reason");
            holds.place(caller, new Holds.Wanted(id, invoice, requireNonNull(until), code, reason));
            return "On hold. Reminders go on by themselves after its last day.";
        });
    }

    @PostMapping("/customers/{id}/disputes")
    ModelAndView dispute(Caller caller, @PathVariable long id, @RequestParam Map<String, String> values) {
        return act(caller, new Asked(id, LogKind.DISPUTE, values), typed -> {
            typed.demand("invoice", "Choose the invoice they dispute.");
            Long invoice = invoice(caller, id, typed);
            Money part = invoice == null ? null : typed.amount("part", form.currencyOf(caller, id, invoice));
            LocalDate dueOn = typed.day("dueOn");
            typed.check();
            disputes.open(caller, requireNonNull(invoice), objection(typed, part, dueOn));
            return "Dispute opened. What is disputed leaves the reminders until it is settled.";
        });
    }

    /** Does what a form asks and goes on; refused, it shows the form again, at 422, with what was typed. */
    private ModelAndView act(Caller caller, Asked asked, Function<Typed, String> act) {
        form.require(asked.customerId());
        var typed = new Typed(asked.values(), caller.organisation().locale());
        String followUp = FollowUp.page(caller, asked);
        String next = followUp == null ? nextRow.after(caller, asked.from(), asked.customerId()) : followUp;
        try {
            return Onward.to(next, Flash.done(act.apply(typed)));
        } catch (BadInput e) {
            return again(caller, asked, e.problems());
        } catch (Refusal e) {
            return again(caller, asked, List.of(new Problem(0, "", e.reason())));
        }
    }

    private ModelAndView again(Caller caller, Asked asked, List<Problem> problems) {
        LogView view = form.view(caller, asked, problems);
        return new ModelAndView("collections/log", Map.of("view", view), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Without words, what it is about says it. */
    private static Objection objection(Typed typed, @Nullable Money part, @Nullable LocalDate dueOn) {
        DeductionCode code = DeductionCode.read(typed.text("code")).orElse(DeductionCode.OTHER);
        String text = typed.text("text");
        return new Objection(code, text.isEmpty() ? code.words() : text, part, null, dueOn);
    }

    private static LogContact.Contact note(long customerId, Typed typed) {
        return new LogContact.Contact(
                customerId, null, "note", "none", null, typed.text("text"), null, null, null, List.of());
    }

    private LogContact.Contact call(Caller caller, long customerId, Typed typed) {
        Long invoice = invoice(caller, customerId, typed);
        return new LogContact.Contact(
                customerId,
                typed.id("contact"),
                "call",
                typed.text("theyCalled").isEmpty() ? "out" : "in",
                typed.choice("outcome"),
                typed.text("text"),
                typed.amount("expected", typed.text("currency")),
                typed.day("expectedOn"),
                typed.choice("noExpectation"),
                invoice == null ? List.of() : List.of(invoice),
                typed.choice("lateReason"),
                typed.choice("mood"));
    }

    /** The open invoice that was chosen, null for none. */
    private @Nullable Long invoice(Caller caller, long customerId, Typed typed) {
        Long invoice = typed.id("invoice");
        if (invoice != null && !form.isOpen(caller, customerId, invoice)) {
            typed.refuse("invoice", "Choose one of the open invoices; the one chosen is settled by now.");
        }
        return invoice;
    }
}
