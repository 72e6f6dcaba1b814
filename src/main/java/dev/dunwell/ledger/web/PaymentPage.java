package dev.dunwell.ledger.web;

import static java.util.Objects.requireNonNull;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Allocate;
import dev.dunwell.ledger.Allocations;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.IdentifyPayment;
import dev.dunwell.ledger.KeepOnAccount;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.ledger.Payment;
import dev.dunwell.ledger.Payments;
import dev.dunwell.ledger.RefundCredit;
import dev.dunwell.ledger.ReverseCredit;
import dev.dunwell.ledger.Share;
import dev.dunwell.ledger.Source;
import dev.dunwell.ledger.TakeBack;
import dev.dunwell.ledger.TransferPayment;
import dev.dunwell.ledger.Withdrawal;
import dev.dunwell.ledger.Withdrawals;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One payment: what it settles, what left it, and the acts that use what is left. */
@Controller
class PaymentPage {

    private final Payments payments;
    private final Allocations allocations;
    private final Withdrawals withdrawals;
    private final Customers customers;
    private final OpenItems openItems;
    private final Acts acts;

    PaymentPage(
            Payments payments,
            Allocations allocations,
            Withdrawals withdrawals,
            Customers customers,
            OpenItems openItems,
            Acts acts) {
        this.payments = payments;
        this.allocations = allocations;
        this.withdrawals = withdrawals;
        this.customers = customers;
        this.openItems = openItems;
        this.acts = acts;
    }

    /** The acts behind the forms. */
    @Component("paymentActs")
    record Acts(
            Allocate allocate,
            IdentifyPayment identify,
            KeepOnAccount keep,
            RefundCredit refund,
            TransferPayment transfer,
            ReverseCredit reverse,
            TakeBack takeBack) {}

    @GetMapping("/payments/{id}")
    ModelAndView show(Caller caller, @PathVariable long id) {
        return page(caller, id, Map.of(), List.of());
    }

    @PostMapping("/payments/{id}/use")
    ModelAndView use(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return attempt(caller, id, form, "useAmount", typed -> {
            typed.demand("invoice", "Choose the invoice it is for.");
            Money amount = amount(typed, id, "useAmount");
            Long invoice = typed.id("invoice");
            typed.check();
            var share = new Share(requireNonNull(invoice), requireNonNull(amount));
            acts.allocate.allocate(caller.actor(), new Source.OfPayment(id), List.of(share), caller.today());
            return amount.inWords() + " settled.";
        });
    }

    @PostMapping("/payments/{id}/identification")
    ModelAndView identify(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return attempt(caller, id, form, "payer", typed -> {
            typed.demand("payer", "Give the customer's number.");
            typed.check();
            Customer customer = customer(typed, "payer");
            acts.identify.identify(caller.actor(), id, customer.id(), caller.today());
            return "It is from " + customer.name() + ", from today on.";
        });
    }

    @PostMapping("/payments/{id}/purpose")
    ModelAndView keep(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return attempt(caller, id, form, "purpose", typed -> {
            boolean keep = typed.text("onAccount").equals("true");
            acts.keep.keep(caller.actor(), id, keep ? Payment.Purpose.ON_ACCOUNT : Payment.Purpose.UNAPPLIED);
            return keep ? "What is left stays on account." : "What is left waits to be applied.";
        });
    }

    @PostMapping("/payments/{id}/refunds")
    ModelAndView refund(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return attempt(caller, id, form, "refundAmount", typed -> {
            Money amount = amount(typed, id, "refundAmount");
            typed.demand("refundReason", "Say why, or how it goes back.");
            typed.check();
            acts.refund.refund(
                    caller.actor(),
                    new Source.OfPayment(id),
                    requireNonNull(amount),
                    typed.text("refundReason"),
                    caller.today());
            return amount.inWords() + " paid back.";
        });
    }

    @PostMapping("/payments/{id}/transfers")
    ModelAndView transfer(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return attempt(caller, id, form, "transferAmount", typed -> {
            Money amount = amount(typed, id, "transferAmount");
            typed.demand("transferTo", "Give the customer's number.");
            typed.demand("transferReason", "Say why, so that a reader understands it in a year.");
            typed.check();
            Customer to = customer(typed, "transferTo");
            acts.transfer.transfer(
                    caller.actor(),
                    new TransferPayment.Wanted(
                            id, to.id(), requireNonNull(amount), typed.text("transferReason"), caller.today()));
            return amount.inWords() + " moved to " + to.name() + ".";
        });
    }

    @PostMapping("/payments/{id}/reversal")
    ModelAndView reverse(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return attempt(caller, id, form, "reversalReason", typed -> {
            typed.demand("reversalReason", "Say why, such as: the cheque bounced.");
            typed.demand("reversedOn", "Give the day on which the money was gone.");
            LocalDate on = typed.day("reversedOn");
            typed.check();
            acts.reverse.reverse(
                    caller.actor(), new Source.OfPayment(id), typed.text("reversalReason"), requireNonNull(on));
            return "Reversed. All it settled is open again.";
        });
    }

    @PostMapping("/withdrawals/{kind}/{id}/reversal")
    ModelAndView takeBack(Caller caller, @PathVariable String kind, @PathVariable long id) {
        Withdrawal.Kind known = Withdrawal.Kind.read(kind).orElseThrow(() -> new NotFound("withdrawal"));
        Withdrawal undone = withdrawals.byId(known, id).orElseThrow(() -> new NotFound(known.words()));
        String back = switch (undone.credit()) {
            case Source.OfPayment payment -> "/payments/" + payment.id();
            case Source.OfCreditNote note -> "/credit-notes/" + note.id();
        };
        try {
            acts.takeBack.takeBack(caller.actor(), known, id, null);
            return Onward.to(back, Flash.done("Taken back. The amount can be used again."));
        } catch (Refusal refused) {
            return Onward.to(back, Flash.refused(refused.reason()));
        }
    }

    private ModelAndView attempt(
            Caller caller, long id, Map<String, String> form, String field, Function<Typed, String> act) {
        try {
            String done = act.apply(new Typed(form, caller.organisation().locale()));
            return Onward.to("/payments/" + id, Flash.done(done));
        } catch (BadInput bad) {
            return page(caller, id, form, bad.problems());
        } catch (Refusal refused) {
            return page(caller, id, form, List.of(new Problem(0, field, refused.reason())));
        }
    }

    private @Nullable Money amount(Typed typed, long id, String field) {
        typed.demand(field, "Give the amount.");
        return typed.amount(field, payment(id).amount().currency().getCurrencyCode());
    }

    private Customer customer(Typed typed, String field) {
        return customers
                .byNumber(typed.text(field))
                .orElseThrow(() -> BadInput.in(field, "There is no customer with this number."));
    }

    private Payment payment(long id) {
        return payments.byId(id, LocalDate.MAX).orElseThrow(() -> new NotFound("payment"));
    }

    private ModelAndView page(Caller caller, long id, Map<String, String> values, List<Problem> problems) {
        Payment payment = payment(id);
        Long customer = payment.customerId();
        var source = new Source.OfPayment(id);
        var view = new PaymentView(
                payment,
                customer == null ? "" : customers.byId(customer).orElseThrow().name(),
                allocations.of(source, LocalDate.MAX),
                withdrawals.of(source, LocalDate.MAX),
                customer == null
                        ? List.of()
                        : InvoiceChoices.of(
                                openItems.of(customer, caller.today()),
                                payment.amount().currency()),
                caller.may("POST /payments/{id}/use"),
                caller.may("POST /payments/{id}/refunds"),
                values,
                problems);
        var page = new ModelAndView("ledger/payment").addObject("view", view);
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
