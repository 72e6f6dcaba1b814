package dev.dunwell.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.cases.AnswerQuestion;
import dev.dunwell.portal.Payerside;
import dev.dunwell.portal.Payhouse;
import dev.dunwell.portal.ToldPayments;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What payers say at the door, and what it does to the house. */
@ServerTest
@Import(Payhouse.class)
class DoorActsTest {

    @LocalServerPort
    int port;

    @Autowired
    Payhouse house;

    @Autowired
    AnswerQuestion answerQuestion;

    @Autowired
    ToldPayments toldPayments;

    @Autowired
    Organisations organisations;

    private Payhouse.Vendor meridian;
    private Payerside ann;
    private long first;
    private long second;

    @BeforeEach
    void ann_has_opened_her_link() {
        meridian = house.reminded();
        ann = Payerside.opened(port, meridian.token());
        first = meridian.invoices().getFirst();
        second = meridian.invoices().getLast();
    }

    private String about(long invoice, String what) {
        return "/door/{place}/invoices/" + invoice + "/" + what;
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private static void refused(HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(409, 422);
        assertThat(answer.body()).contains(why);
    }

    @Test
    void a_question_waits_with_the_vendor_and_is_shown_with_its_answer() {
        done(ann.say(about(first, "questions"), Map.of("text", "Which order is it?")));
        assertThat(meridian.text("select body || '|' || author || '|' || asked_by from question"))
                .isEqualTo("Which order is it?|Ann Acme|Ann Acme");
        assertThat(meridian.count("audit_entry where act = 'question.asked' and actor_kind = 'payer'"))
                .isEqualTo(1);
        assertThat(ann.page()).contains("Which order is it?", "Not answered yet", "your question is being answered");
    }

    @Test
    void money_that_was_told_of_finds_what_it_pays() {
        done(ann.say(
                "/door/{place}/paid",
                Map.of("invoice", String.valueOf(second), "day", "2026-03-20", "paid" + second, "200.00")));
        meridian.tell("2026-03-21  payment acme 200.00 EUR");
        LocalDate today = LocalDate.of(2026, 3, 21);
        long payment = Long.parseLong(meridian.text("select id::text from payment"));
        var told = meridian.in(() -> toldPayments.matching(payment, today));
        assertThat(told).extracting(ToldPayments.Told::numbers).containsExactly("INV-2");
        meridian.in(() -> {
            var nora = new Actor(Actor.Kind.PERSON, "Nora Lindqvist");
            toldPayments.use(
                    new Caller(organisations.current(), nora, Role.CLERK, null, today),
                    payment,
                    told.getFirst().id());
            return true;
        });
        assertThat(meridian.text("select open_amount::text from invoice where number = 'INV-2'"))
                .isEqualTo("5050");
        assertThat(meridian.in(() -> toldPayments.matching(payment, today))).isEmpty();
    }

    /** R59: the vendor's answer stands on the payer's page, with who gave it, and goes to the address of the link. */
    @Test
    void an_answer_of_staff_reaches_the_page_and_the_mailbox() {
        done(ann.say(about(first, "questions"), Map.of("text", "Which order is it?")));
        long question = Long.parseLong(meridian.text("select id::text from question"));
        meridian.in(() -> {
            var nora = new Caller(
                    organisations.current(),
                    new Actor(Actor.Kind.PERSON, "Nora Lindqvist"),
                    Role.COLLECTOR,
                    null,
                    LocalDate.of(2026, 3, 20));
            answerQuestion.answer(nora, question, "Order 4711, delivered on 3 March.");
            return true;
        });
        assertThat(ann.page()).contains("Order 4711, delivered on 3 March.", "Nora Lindqvist:");
        assertThat(meridian.text("select to_address || '|' || body_text from message where kind = 'reply'"))
                .startsWith("ann@acme.example|Order 4711, delivered on 3 March.")
                .contains("Nora Lindqvist\nMeridian Supplies", "> Which order is it?");
    }

    @Test
    void what_is_disputed_is_not_asked_for_and_the_rest_is() {
        done(ann.say(about(first, "disputes"), Map.of("code", "damaged", "reason", "Two boxes", "amount", "250.00")));
        assertThat(meridian.text("select code || ' ' || amount || ' ' || reason from dispute"))
                .isEqualTo("damaged 25000 Two boxes");
        assertThat(ann.page()).contains("250.00 EUR of it disputed", "Two boxes");
        refused(ann.say(about(first, "disputes"), Map.of("code", "tax", "reason", "Again")), "disputed already");
    }

    @Test
    void a_day_is_named_and_nothing_is_sent_until_then() {
        done(ann.say(about(first, "promises"), Map.of("day", "2026-03-27")));
        assertThat(meridian.text("select amount || ' ' || due_on || ' ' || author from promise"))
                .isEqualTo("100000 2026-03-27 Ann Acme");
        assertThat(ann.page()).contains("You named 27 Mar 2026");
        int mails = meridian.count("message where state = 'sent'");
        meridian.tell("2026-03-23  night until 2026-03-26");
        assertThat(meridian.count("message m where state = 'sent' and model::text like '%INV-1%'"))
                .isLessThanOrEqualTo(mails);
    }

    /** S45. */
    @Test
    void naming_days_does_not_put_off_for_ever() {
        refused(ann.say(about(first, "promises"), Map.of("day", "9999-12-31")), "later than can be named");
        refused(ann.say(about(first, "promises"), Map.of("day", "2026-03-19")), "This day has passed");
        refused(ann.say(about(first, "promises"), Map.of("day", "tomorrow")), "Something is missing");
        done(ann.say(about(first, "promises"), Map.of("day", "2026-04-19")));
        meridian.tell("2026-04-15  night");
        refused(ann.say(about(first, "promises"), Map.of("day", "2026-04-30")), "later than can be named");
        done(ann.say(about(first, "promises"), Map.of("day", "2026-04-18")));
        meridian.tell("2026-04-22  night");
        refused(ann.say(about(first, "promises"), Map.of("day", "2026-04-23")), "later than can be named");
    }

    @Test
    void a_payment_is_told_before_the_money_is_there() {
        done(ann.say(
                "/door/{place}/paid",
                Map.of(
                        "invoice",
                        Long.toString(first),
                        "paid" + first,
                        "900.00",
                        "why" + first,
                        "Ten were missing",
                        "day",
                        "2026-03-19",
                        "reference",
                        "RF18 5390")));
        assertThat(meridian.text("select amount || ' ' || paid_on || ' ' || reference from remittance"))
                .isEqualTo("90000 2026-03-19 RF18 5390");
        assertThat(meridian.text("select paid || ' ' || less || ' ' || why from remittance_line"))
                .isEqualTo("90000 10000 Ten were missing");
        assertThat(
                        meridian.text(
                                "select outcome || ' ' || expected_amount || ' ' || expected_on from interaction where kind = 'mail' and direction = 'in'"))
                .isEqualTo("says_paid 90000 2026-03-23");
        assertThat(meridian.text("select body from question")).contains("look for the money", "INV-1: 900.00 EUR");
        assertThat(meridian.text("select amount::text from dispute")).isEqualTo("10000");
        assertThat(meridian.text("select open_amount::text from invoice where number = 'INV-1'"))
                .isEqualTo("100000");
        assertThat(ann.page()).contains("100.00 EUR of it disputed");
    }

    /** S42. */
    @Test
    void amounts_that_cannot_be_are_refused_and_change_nothing() {
        for (String amount :
                new String[] {"0", "-1", "0.001", "1e309", "NaN", "1000.01", "1,000,000,000,000,000,000"}) {
            var answer = ann.say(
                    "/door/{place}/paid",
                    Map.of("invoice", Long.toString(first), "paid" + first, amount, "day", "2026-03-19"));
            assertThat(answer.statusCode()).as(amount).isEqualTo(422);
            answer = ann.say(about(first, "disputes"), Map.of("code", "tax", "reason", "x", "amount", amount));
            assertThat(answer.statusCode()).as(amount).isEqualTo(422);
        }
        assertThat(meridian.count("remittance")).isZero();
        assertThat(meridian.count("dispute")).isZero();
    }

    /** S46. */
    @Test
    void whoever_disputes_everything_all_day_is_stopped_and_nothing_else_changes() {
        int refusals = 0;
        for (int i = 0; i < 60; i++) {
            var answer = ann.say(about(second, "questions"), Map.of("text", "Why? " + i));
            refusals += answer.statusCode() == 409 ? 1 : 0;
        }
        assertThat(refusals).isEqualTo(20);
        assertThat(meridian.count("question")).isEqualTo(40);
        assertThat(meridian.count("customer_standing where level > 0"))
                .as("one row on the worklist, however much was said")
                .isEqualTo(1);
        assertThat(meridian.count("message where kind <> 'reminder' and to_address not like '%@acme.example'"))
                .as("mails to the people of the house")
                .isZero();
        assertThat(meridian.count("invoice where open_amount = amount")).isEqualTo(2);
    }

    /** S40. */
    @Test
    void what_payers_write_is_inert_where_it_is_shown() {
        String nasty = "<script>alert(1)</script>=cmd|' /C calc'!A0\r\nBcc: x@evil.example";
        done(ann.say(about(first, "questions"), Map.of("text", nasty)));
        assertThat(ann.page()).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
    }

    @Test
    void a_lost_invoice_is_asked_for_and_lands_on_the_worklist() {
        done(ann.say(about(first, "copies"), Map.of()));
        assertThat(meridian.text("select outcome from interaction where direction = 'in'"))
                .isEqualTo("needs_copy");
        assertThat(meridian.text("select body from question")).contains("Needs a copy", "INV-1");
    }

    @Test
    void parts_are_proposed_to_a_person() {
        done(ann.say(
                "/door/{place}/parts",
                Map.of("invoice", Long.toString(first), "parts", "4", "day", "2026-04-01", "text", "Slow season")));
        assertThat(meridian.text("select body from question"))
                .isEqualTo("Asks to pay 1000.00 EUR (INV-1) in 4 parts, the first on 2026-04-01."
                        + " They write: Slow season");
    }

    @Test
    void a_wrong_person_names_the_right_one_and_only_a_proven_one_changes_who_is_written_to() {
        Map<String, String> bob = Map.of("name", "Bob Acme", "email", "bob@acme.example");
        done(ann.say("/door/{place}/person", bob));
        assertThat(meridian.count("contact")).isEqualTo(1);
        assertThat(meridian.text("select body from question")).contains("Bob Acme, bob@acme.example");
        prove();
        done(ann.say("/door/{place}/person", bob));
        assertThat(meridian.count("contact where name = 'Bob Acme' and verified_on is null"))
                .isEqualTo(1);
    }

    @Test
    void history_and_wishes_open_with_a_code_from_the_mailbox_on_file() {
        var asked = ann.say("/door/{place}/statement", Map.of());
        assertThat(asked.headers().firstValue("Location")).contains("/door/proof");
        prove();
        var paper = ann.say("/door/{place}/statement", Map.of());
        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.headers().firstValue("Content-Type")).contains("application/pdf");
        done(ann.say("/door/{place}/wishes", Map.of("language", "es", "day", "w5")));
        assertThat(meridian.text("select every || day || author from preferred_day"))
                .isEqualTo("week5Ann Acme");
        assertThat(ann.get("/door/{place}/wishes").body()).contains("value=\"w5\" selected");
        assertThat(meridian.text("select language from contact")).isEqualTo("es");
        assertThat(meridian.text("select asked_by from opt_out")).isEqualTo("Ann Acme, through their link");
    }

    private void prove() {
        assertThat(ann.say("/door/proof/codes", Map.of()).statusCode()).isEqualTo(200);
        String code = meridian.mail().replaceAll("(?s).*Your code is (\\d{8}).*", "$1");
        Map<String, String> wrong = new HashMap<>(Map.of("code", code.equals("00000000") ? "1" : "00000000"));
        assertThat(ann.say("/door/proof", wrong).statusCode()).isEqualTo(422);
        done(ann.say("/door/proof", Map.of("code", code)));
    }

    @Test
    void the_pages_to_pay_and_to_say_show_what_was_ticked() {
        assertThat(ann.get("/door/{place}/pay?invoice=" + first).body()).contains("INV-1", "1,000.00", "How to pay");
        for (String form : new String[] {"paid", "days", "parts", "question", "person"}) {
            assertThat(ann.get("/door/{place}/" + form).statusCode()).as(form).isEqualTo(200);
        }
        assertThat(ann.get("/door/{place}/invoices/" + first).body())
                .contains("INV-1", "What is wrong", "Ask for a copy");
    }

    @Test
    void the_code_on_a_demand_says_that_it_is_genuine_and_nothing_of_what_it_says() {
        var anybody = new dev.dunwell.Visitor(port);
        String answer = anybody.post("/genuine", Map.of("code", meridian.code().toLowerCase(java.util.Locale.ROOT)))
                .body();
        assertThat(answer).contains("Yes, it is genuine", "Meridian Supplies").doesNotContain("Acme", "INV-1", "1000");
        assertThat(anybody.post("/genuine", Map.of("code", "2222-2222")).body()).contains("No such message");
        assertThat(anybody.post("/genuine/link", Map.of("code", meridian.code()))
                        .body())
                .contains("on its way");
        Payerside.opened(port, meridian.token());
    }
}
