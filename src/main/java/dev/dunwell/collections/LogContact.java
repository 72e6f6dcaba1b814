package dev.dunwell.collections;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down a contact with a customer: who spoke with whom, what came of it, and what payment is now expected.
 * Whoever was reached about an overdue invoice named a date and an amount, or a reason why not: one of both is asked
 * for.
 *
 * <p>Outcome {@code promised} makes the expectation a promise. A call takes the call steps that were due, a mail what a
 * person was to write.
 */
@Component
public class LogContact {

    /** Outcomes with nobody reached: they do not count as a contact and no expectation is asked for. */
    static final Set<String> NOBODY_REACHED = Set.of("no_answer", "voicemail", "wrong_person");

    /** The outcomes of a call, in the order a form offers them (reference data, contact outcomes). */
    public static final List<String> OUTCOMES = List.of(
            "reached",
            "promised",
            "no_answer",
            "voicemail",
            "wrong_person",
            "says_paid",
            "disputed",
            "refused",
            "needs_copy",
            "needs_po",
            "referred",
            "hardship",
            "hostile",
            "invoice_error");

    /** The decisions that leave a step to a person, by the kind of contact that takes it. */
    private static final Map<String, Set<String>> STEPS_TAKEN_BY =
            Map.of("call", Set.of("CALL_DUE"), "mail", Set.of("MANUAL_STEP", "LETTER_DUE", "PORTAL_DUE", "SMS_DUE"));

    private final JdbcClient db;
    private final Audit audit;
    private final MakePromise makePromise;
    private final StepsTaken steps;
    private final CloseInquiry closeInquiry;
    private final LateReasons reasons;
    private final ApplicationEventPublisher events;

    LogContact(
            JdbcClient db,
            Audit audit,
            MakePromise makePromise,
            StepsTaken steps,
            CloseInquiry closeInquiry,
            LateReasons reasons,
            ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.makePromise = makePromise;
        this.steps = steps;
        this.closeInquiry = closeInquiry;
        this.reasons = reasons;
        this.events = events;
    }

    /**
     * What happened.
     *
     * @param kind call, note, meeting or mail
     * @param direction out, in, or none for a note
     * @param outcome one of {@link #OUTCOMES}; null for a note
     * @param expected the payment now expected with {@code expectedOn}, null when none
     * @param noExpectation why none is expected; the title of a {@link LateReason} closes the inquiry like its code
     * @param lateReason the code of a {@link LateReason}, if they told why they are late: closes the inquiry
     * @param mood how it went, good, neutral, tense or hostile; null when nobody says
     */
    public record Contact(
            long customerId,
            @Nullable Long contactId,
            String kind,
            String direction,
            @Nullable String outcome,
            String body,
            @Nullable Money expected,
            @Nullable LocalDate expectedOn,
            @Nullable String noExpectation,
            List<Long> invoiceIds,
            @Nullable String lateReason,
            @Nullable String mood) {

        /** A contact that tells no reason for being late. */
        public Contact(
                long customerId,
                @Nullable Long contactId,
                String kind,
                String direction,
                @Nullable String outcome,
                String body,
                @Nullable Money expected,
                @Nullable LocalDate expectedOn,
                @Nullable String noExpectation,
                List<Long> invoiceIds) {
            this(
                    customerId,
                    contactId,
                    kind,
                    direction,
                    outcome,
                    body,
                    expected,
                    expectedOn,
                    noExpectation,
                    invoiceIds,
                    null,
                    null);
        }

        boolean reachedSomebody() {
            return !kind.equals("note") && outcome != null && !NOBODY_REACHED.contains(outcome);
        }
    }

    /** @return the id of the interaction; refuses what is incomplete, naming each field */
    @Transactional
    public long log(Caller caller, Contact contact) {
        check(contact, caller.today());
        long id = insert(caller, contact);
        for (long invoice : contact.invoiceIds()) {
            db.sql("insert into interaction_invoice (interaction_id, invoice_id) values (:id, :invoice)")
                    .param("id", id)
                    .param("invoice", invoice)
                    .update();
        }
        if (contact.direction().equals("out")) {
            takeSteps(caller, contact);
        }
        if (contact.reachedSomebody()) {
            reason(contact)
                    .ifPresent(reason -> closeInquiry.told(
                            caller, contact, reason, agreed(contact), until(contact, caller.today())));
        }
        if ("promised".equals(contact.outcome()) && contact.expected() != null && contact.expectedOn() != null) {
            makePromise.make(
                    caller,
                    new MakePromise.Wanted(
                            contact.customerId(),
                            contact.expected(),
                            contact.expectedOn(),
                            contact.invoiceIds(),
                            id,
                            null,
                            contact.contactId()));
        }
        events.publishEvent(new ContactLogged(caller, id, contact));
        events.publishEvent(new CustomersTouched(Set.of(contact.customerId())));
        audit.write(
                caller.actor(),
                "contact.logged",
                "customer",
                contact.customerId(),
                Map.of("interaction", id, "kind", contact.kind()));
        return id;
    }

    private void check(Contact contact, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        boolean isNote = contact.kind().equals("note");
        if (isNote && contact.body().isBlank()) {
            problems.add(new Problem(0, "text", "Write what you want to note."));
        }
        if (!isNote && (contact.outcome() == null || !OUTCOMES.contains(contact.outcome()))) {
            problems.add(new Problem(0, "outcome", "Say what came of it: one of " + String.join(", ", OUTCOMES) + "."));
        }
        if ((contact.expected() == null) != (contact.expectedOn() == null)) {
            problems.add(
                    new Problem(0, "expectedOn", "Give both, the amount and the day it is expected on, or neither."));
        }
        if (contact.expectedOn() != null && contact.expectedOn().isBefore(today)) {
            problems.add(new Problem(0, "expectedOn", "The expected day has passed; give today or a later one."));
        }
        boolean silent = contact.expected() == null
                && (contact.noExpectation() == null || contact.noExpectation().isBlank());
        if (contact.reachedSomebody() && silent && owesOverdue(contact.customerId(), today)) {
            problems.add(new Problem(
                    0,
                    "expected",
                    "Something is overdue: give the payment now expected, or say why none can be named."));
        }
        if ("promised".equals(contact.outcome()) && contact.expected() == null) {
            problems.add(new Problem(0, "expected", "A promise needs its amount and its day."));
        }
        if (contact.lateReason() != null && reason(contact).isEmpty()) {
            problems.add(new Problem(0, "lateReason", "There is no such reason; choose one of the list."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private Optional<LateReason> reason(Contact contact) {
        return contact.lateReason() == null
                ? LateReason.ofTitle(contact.noExpectation())
                : reasons.ofCode(contact.lateReason());
    }

    private static String agreed(Contact contact) {
        Money expected = contact.expected();
        return expected == null ? "They name no day; asked again in a week" : "They pay " + Phrase.amount(expected);
    }

    private static LocalDate until(Contact contact, LocalDate today) {
        LocalDate expectedOn = contact.expectedOn();
        return expectedOn == null ? today.plusWeeks(1) : expectedOn;
    }

    private boolean owesOverdue(long customerId, LocalDate today) {
        return db.sql(
                        "select exists (select 1 from open_invoice(:today) i where i.customer_id = :customer and i.due_on < :today)")
                .param("today", today)
                .param("customer", customerId)
                .query(Boolean.class)
                .single();
    }

    private long insert(Caller caller, Contact contact) {
        Money expected = contact.expected();
        return db.sql("""
                insert into interaction (customer_id, contact_id, kind, direction, outcome, body, happened_on,
                  expected_currency, expected_amount, expected_on, no_expectation, author)
                values (:customer, :contact, :kind, :direction, :outcome, :body, :today,
                  :currency, :amount, :expectedOn, :noExpectation, :author)
                returning id
                """)
                .param("customer", contact.customerId())
                .param("contact", contact.contactId())
                .param("kind", contact.kind())
                .param("direction", contact.direction())
                .param("outcome", contact.outcome())
                .param("body", contact.body())
                .param("today", caller.today())
                .param("currency", expected == null ? null : expected.currency().getCurrencyCode())
                .param("amount", expected == null ? null : expected.minor())
                .param("expectedOn", contact.expectedOn())
                .param("noExpectation", contact.noExpectation())
                .param("author", caller.actor().name())
                .query(Long.class)
                .single();
    }

    /** A call was made, whether or not somebody answered, or something was written by hand: the steps due are taken. */
    private void takeSteps(Caller caller, Contact contact) {
        boolean isCall = contact.kind().equals("call");
        Set<String> codes = STEPS_TAKEN_BY.getOrDefault(contact.kind(), Set.of());
        if (!codes.isEmpty()) {
            steps.takeOwn(caller, contact.customerId(), isCall ? "call" : "person", codes);
        }
        if (isCall && contact.reachedSomebody()) {
            steps.confirmDelivery(caller, contact.customerId());
        }
    }
}
