package dev.dunwell.demo;

import dev.dunwell.collections.Disputes;
import dev.dunwell.collections.Holds;
import dev.dunwell.collections.LogContact;
import dev.dunwell.collections.MakePromise;
import dev.dunwell.collections.Objection;
import dev.dunwell.collections.Tonight;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.ledger.Invoice;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What people say and agree in a story. */
@Component
class CollectionsVerbs implements Verb.Source {

    private static final int ALL = 1000;

    private final Names names;
    private final LogContact logContact;
    private final MakePromise makePromise;
    private final Holds holds;
    private final Disputes disputes;
    private final Tonight tonight;

    CollectionsVerbs(
            Names names,
            LogContact logContact,
            MakePromise makePromise,
            Holds holds,
            Disputes disputes,
            Tonight tonight) {
        this.names = names;
        this.logContact = logContact;
        this.makePromise = makePromise;
        this.holds = holds;
        this.disputes = disputes;
        this.tonight = tonight;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(
                new Verb(
                        "call CUSTOMER OUTCOME \"TEXT\" [expects AMOUNT CURRENCY on DATE | expects-nothing \"WHY\"]"
                                + " [because REASON] [mood MOOD]",
                        this::call),
                new Verb("note CUSTOMER \"TEXT\"", this::note),
                new Verb("promise CUSTOMER AMOUNT CURRENCY due DATE [for INVOICE]", this::promise),
                new Verb("hold INVOICE|CUSTOMER until DATE \"REASON\"", this::hold),
                new Verb("dispute INVOICE \"REASON\" [part AMOUNT CURRENCY]", this::dispute),
                new Verb("end hold|dispute INVOICE|CUSTOMER", this::end),
                new Verb("approve CUSTOMER", this::approve));
    }

    private void call(Scene scene, Words words) {
        Customer customer = names.customer(words);
        String outcome = words.next("OUTCOME");
        String text = words.next("TEXT");
        Money expected = null;
        LocalDate expectedOn = null;
        String noExpectation = null;
        if (words.skip("expects")) {
            expected = words.money();
            words.expect("on");
            expectedOn = words.date();
        } else if (words.skip("expects-nothing")) {
            noExpectation = words.next("WHY");
        }
        String lateReason = words.skip("because") ? words.next("REASON") : null;
        String mood = words.skip("mood") ? words.next("MOOD") : null;
        words.checkNoneLeft();
        logContact.log(
                scene.caller(),
                new LogContact.Contact(
                        customer.id(),
                        null,
                        "call",
                        "out",
                        outcome,
                        text,
                        expected,
                        expectedOn,
                        noExpectation,
                        List.of(),
                        lateReason,
                        mood));
    }

    private void note(Scene scene, Words words) {
        Customer customer = names.customer(words);
        String text = words.next("TEXT");
        words.checkNoneLeft();
        logContact.log(
                scene.caller(),
                new LogContact.Contact(customer.id(), null, "note", "none", null, text, null, null, null, List.of()));
    }

    private void promise(Scene scene, Words words) {
        Customer customer = names.customer(words);
        Money amount = words.money();
        words.expect("due");
        LocalDate dueOn = words.date();
        List<Long> invoices = words.skip("for") ? List.of(names.invoice(words).id()) : List.of();
        words.checkNoneLeft();
        makePromise.make(scene.caller(), new MakePromise.Wanted(customer.id(), amount, dueOn, invoices, null));
    }

    private void hold(Scene scene, Words words) {
        Names.Party held = names.party(words);
        words.expect("until");
        LocalDate until = words.date();
        String reason = words.next("REASON");
        words.checkNoneLeft();
        holds.place(scene.caller(), held.customerId(), held.invoiceId(), until, reason);
    }

    private void end(Scene scene, Words words) {
        if (words.skip("hold")) {
            endHold(scene, words);
        } else {
            words.expect("dispute");
            settleDispute(scene, words);
        }
    }

    private void endHold(Scene scene, Words words) {
        Names.Party held = names.party(words);
        words.checkNoneLeft();
        String number = held.invoice() == null ? null : held.invoice().number();
        Holds.Hold running = holds.of(held.customerNumber(), scene.today(), ALL).stream()
                .filter(hold -> hold.endedOn() == null && Objects.equals(hold.invoiceNumber(), number))
                .findFirst()
                .orElseThrow(() -> words.mistake("There is no hold to end."));
        holds.end(scene.caller(), running.id());
    }

    private void dispute(Scene scene, Words words) {
        Invoice invoice = names.invoice(words);
        String reason = words.next("REASON");
        Money part = words.skip("part") ? words.money() : null;
        words.checkNoneLeft();
        disputes.open(scene.caller(), invoice.id(), new Objection(DeductionCode.OTHER, reason, part, null, null));
    }

    private void settleDispute(Scene scene, Words words) {
        Invoice invoice = names.invoice(words);
        words.checkNoneLeft();
        Disputes.Dispute open = disputes.of(invoice.customerId(), scene.today()).stream()
                .filter(d -> d.invoiceId() == invoice.id())
                .findFirst()
                .orElseThrow(() -> words.mistake(invoice.number() + " is not disputed."));
        disputes.settle(scene.caller(), open.id());
    }

    private void approve(Scene scene, Words words) {
        Customer customer = names.customer(words);
        words.checkNoneLeft();
        tonight.approve(scene.caller(), customer.id());
    }
}
