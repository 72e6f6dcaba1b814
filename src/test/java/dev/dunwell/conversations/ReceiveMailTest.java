package dev.dunwell.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.conversations.reading.Writer;
import dev.dunwell.ledger.Contact;
import dev.dunwell.web.Refusal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What follows when a customer, a machine or a mail server writes. */
@DunwellTest
@Import(Mailroom.class)
class ReceiveMailTest {

    private static final String BOOK = """
            2026-03-02  organisation "Nordwind" EUR country DE
                        setting  replyTo ar@nordwind.example
                        customer acme "Acme Ltd"
                        contact  acme "Ann Acme" email ann@acme.example
                        customer brook "Brook Ltd"
                        contact  brook "Bea Brook" email bea@brook.example
                        invoice  INV-1001 acme 1000.00 EUR due 2026-03-13
                        invoice  INV-2001 brook 500.00 EUR due 2026-06-30
                        night    until 2026-03-16
            """;

    @Autowired
    Mailroom room;

    @Autowired
    SettleMail settleMail;

    @Autowired
    GiveMail giveMail;

    @Autowired
    AcceptSender acceptSender;

    @Autowired
    AnswerMail answerMail;

    @BeforeEach
    void a_reminder_has_left() {
        room.open(BOOK);
        assertThat(room.texts(
                        "select state from message where to_address = 'ann@acme.example' order by id desc limit 1"))
                .containsExactly("sent");
    }

    private static String person(String from, String to, String more, String words) {
        return "From: %s\nTo: %s\nSubject: Re: your reminder\nMessage-ID: <%s@x.example>\n%s\n%s\n"
                .formatted(from, to, Integer.toHexString((from + words).hashCode()), more, words);
    }

    @Test
    void an_answer_comes_to_its_customer_by_the_token_it_brings_back_whoever_writes() {
        String token = room.texts(
                        "select reply_token from message where to_address = 'ann@acme.example' order by id desc limit 1")
                .getFirst();
        ReceivedMail mail = room.receive(
                person("Zoe <zoe@parent.example>", "ar+" + token + "@nordwind.example", "", "Paid on Friday."));
        assertThat(mail.customerName()).isEqualTo("Acme Ltd");
        assertThat(mail.by()).isEqualTo("token");
        assertThat(mail.isKnownSender()).isFalse();
        assertThat(mail.isUnread()).isTrue();
        assertThat(room.texts("select body from interaction where direction = 'in'"))
                .containsExactly("Paid on Friday.");
    }

    @Test
    void the_same_mail_twice_is_one_mail() {
        String raw = person("ann@acme.example", "ar@nordwind.example", "", "Paid.");
        room.receive(raw);
        assertThat(room.receiveAgain("Received: from elsewhere\n" + raw)).isEmpty();
        assertThat(room.count("select count(*) from interaction where direction = 'in'"))
                .isEqualTo(1);
    }

    @Test
    void a_mail_is_known_by_what_it_answers_by_its_sender_or_by_an_invoice() {
        String ours = room.texts(
                        "select message_id from message where to_address = 'ann@acme.example' order by id desc limit 1")
                .getFirst();
        assertThat(room.receive(person("x@y.example", "ar@nordwind.example", "In-Reply-To: " + ours + "\n", "Hello."))
                        .by())
                .isEqualTo("message_id");
        assertThat(room.receive(person("Bea@Brook.example", "ar@nordwind.example", "", "Hi."))
                        .by())
                .isEqualTo("sender");
        ReceivedMail named =
                room.receive(person("c@d.example", "ar@nordwind.example", "", "About INV-2001: which order?"));
        assertThat(named.by()).isEqualTo("number");
        assertThat(named.customerName()).isEqualTo("Brook Ltd");
        assertThat(room.receive(person("c@d.example", "ar@nordwind.example", "", "INV-2001 or INV-1001?"))
                        .by())
                .isNull();
    }

    @Test
    void nothing_goes_out_while_an_answer_is_unread() {
        ReceivedMail mail = room.receive(person("ann@acme.example", "ar@nordwind.example", "", "Which order is it?"));
        room.tell("2026-03-17  night until 2026-04-01");
        assertThat(room.decision("INV-1001")).isEqualTo("UNREAD_ANSWER");
        room.act(() -> settleMail.settle(room.caller(), mail.id(), true));
        assertThat(room.decision("INV-1001")).isNotEqualTo("UNREAD_ANSWER");
        room.act(() -> settleMail.settle(room.caller(), mail.id(), false));
        assertThat(room.texts("select what from received_mail_step order by id"))
                .containsExactly("settled", "unread again");
    }

    @Test
    void out_of_office_is_no_answer_and_moves_the_next_try() {
        ReceivedMail mail = room.receive(person(
                "ann@acme.example",
                "ar@nordwind.example",
                "Auto-Submitted: auto-replied\n",
                "I am out of the office until 2026-04-09."));
        assertThat(mail.writer()).isEqualTo(Writer.OUT_OF_OFFICE);
        assertThat(mail.isUnread()).isFalse();
        assertThat(mail.awayUntil()).hasToString("2026-04-09");
        room.tell("2026-03-17  night until 2026-04-01");
        assertThat(room.decision("INV-1001")).isEqualTo("AWAY");
        assertThat(
                        room.texts(
                                "select next_on::text from decision d join invoice i on i.id = d.invoice_id where i.number = 'INV-1001' and superseded_on is null"))
                .containsExactly("2026-04-10");
        room.tell("2026-04-02  night until 2026-04-10");
        assertThat(room.decision("INV-1001")).isNotEqualTo("AWAY");
    }

    @Test
    void a_hard_bounce_marks_the_address_fails_the_message_and_is_a_task_the_same_day() {
        ReceivedMail mail = room.receive(room.returned("ann@acme.example", "5.1.1", "550 5.1.1 User unknown"));
        assertThat(mail.isUnread()).isFalse();
        assertThat(room.texts("select bounced_on::text from contact where email = 'ann@acme.example'"))
                .containsExactly("2026-03-16");
        assertThat(room.texts(
                        "select state from message where to_address = 'ann@acme.example' order by id desc limit 1"))
                .containsExactly("failed");
        assertThat(
                        room.texts(
                                "select why from customer_standing s join customer c on c.id = s.customer_id where c.number = 'acme'"))
                .singleElement()
                .asString()
                .contains("ann@acme.example");
    }

    @Test
    void a_soft_bounce_is_tried_again_later_and_not_without_end() {
        for (int i = 0; i < 3; i++) {
            room.receive(room.returned("ann@acme.example", "4.2.2", "452 4.2.2 Mailbox full, the " + i));
            assertThat(
                            room.texts(
                                    "select state || ' ' || attempts from message where to_address = 'ann@acme.example' order by id desc limit 1"))
                    .containsExactly("retry " + (i + 1));
            room.run("update message set state = 'sent' where state = 'retry'");
        }
        room.receive(room.returned("ann@acme.example", "4.2.2", "452 4.2.2 Mailbox full at last"));
        assertThat(room.texts(
                        "select state from message where to_address = 'ann@acme.example' order by id desc limit 1"))
                .containsExactly("failed");
        assertThat(room.texts(
                        "select coalesce(bounced_on::text, 'none') from contact where email = 'ann@acme.example'"))
                .containsExactly("none");
    }

    @Test
    void a_report_that_names_no_mail_of_ours_changes_nothing_and_waits_for_a_person() {
        String forged = room.returned("ann@acme.example", "5.1.1", "550 5.1.1 User unknown")
                .replaceAll("Message-ID: <[^s].*", "");
        ReceivedMail mail = room.receive(forged.replaceAll("In-Reply-To.*|References.*", "X-None: 1"));
        assertThat(mail.isUnread()).isTrue();
        assertThat(room.count("select count(*) from contact where bounced_on is not null"))
                .isZero();
        assertThat(room.texts(
                        "select state from message where to_address = 'ann@acme.example' order by id desc limit 1"))
                .containsExactly("sent");
    }

    private String notice(String type, String part) {
        return """
                From: someone@acme.example
                To: ar@nordwind.example
                Subject: Notice
                Message-ID: <n-%d@acme.example>
                Content-Type: multipart/report; report-type=%s; boundary=x

                --x

                See below.
                --x
                Content-Type: message/%s

                %s
                --x--
                """.formatted(part.hashCode(), type, type, part);
    }

    private String lastMessageId() {
        return room.texts(
                        "select message_id from message where to_address = 'ann@acme.example' order by id desc limit 1")
                .getFirst();
    }

    private List<String> evidence() {
        return room.texts("select distinct grade::text from delivery_evidence where source = 'report' order by 1");
    }

    @Test
    void a_delivery_report_is_evidence_for_the_invoices_of_its_mail() {
        room.receive(notice("delivery-status", """
                Reporting-MTA: dns; mx.acme.example

                Original-Envelope-Id: 1
                Final-Recipient: rfc822; ann@acme.example
                Action: delivered
                Status: 2.0.0
                --x
                Content-Type: text/rfc822-headers

                Message-ID: %s
                """.formatted(lastMessageId())));
        assertThat(evidence()).containsExactly("3");
        assertThat(room.count("select count(*) from delivery_evidence where source = 'report'"))
                .isEqualTo(room.count("select count(*) from step_taken t join message m on m.id = t.message_id"
                        + " where m.message_id = '" + lastMessageId() + "'"));
    }

    @Test
    void a_read_receipt_shows_that_somebody_saw_it_and_one_for_a_mail_we_never_sent_shows_nothing() {
        String receipt = """
                Reporting-UA: mail.acme.example
                Final-Recipient: rfc822; ann@acme.example
                Original-Message-ID: %s
                Disposition: manual-action/MDN-sent-manually; displayed
                """;
        room.receive(notice("disposition-notification", receipt.formatted("<guessed@dunwell.invalid>")));
        assertThat(evidence()).isEmpty();
        room.receive(notice("disposition-notification", receipt.formatted(lastMessageId())));
        assertThat(evidence()).containsExactly("4");
    }

    @Test
    void an_answer_shows_that_somebody_saw_it() {
        String token = room.texts(
                        "select reply_token from message where to_address = 'ann@acme.example' order by id desc limit 1")
                .getFirst();
        room.receive(person("Zoe <zoe@parent.example>", "ar+" + token + "@nordwind.example", "", "We look into it."));
        assertThat(evidence()).containsExactly("4");
    }

    @Test
    void a_report_about_a_mail_that_has_not_left_counts_for_nothing() {
        room.run("update message set state = 'planned', sent_at = null where to_address = 'ann@acme.example'");
        ReceivedMail mail = room.receive(room.returned("ann@acme.example", "5.1.1", "550 5.1.1 User unknown"));
        assertThat(mail.isUnread()).isTrue();
        assertThat(room.count("select count(*) from contact where bounced_on is not null"))
                .isZero();
    }

    @Test
    void an_unknown_sender_is_given_to_a_customer_and_known_from_then_on() {
        ReceivedMail mail =
                room.receive(person("Neo New <neo@new.example>", "ar@nordwind.example", "", "Who are you?"));
        assertThat(mail.customerId()).isNull();
        assertThatThrownBy(() -> room.act(() -> acceptSender.accept(room.caller(), mail.id(), Contact.Role.AP_CLERK)))
                .isInstanceOf(Refusal.class);
        room.act(() -> giveMail.give(room.caller(), mail.id(), room.customer("brook")));
        room.act(() -> acceptSender.accept(room.caller(), mail.id(), Contact.Role.AP_CLERK));
        assertThat(room.receive(person("neo@new.example", "ar@nordwind.example", "", "Again."))
                        .by())
                .isEqualTo("sender");
        assertThat(room.count("select count(*) from interaction where direction = 'in'"))
                .isEqualTo(2);
    }

    @Test
    void an_answer_leaves_through_the_outbox_in_the_thread_and_takes_no_reminders_place() {
        ReceivedMail mail = room.receive(person("ann@acme.example", "ar@nordwind.example", "", "Which order?"));
        long message = room.in(() ->
                answerMail.answer(room.caller(), mail.id(), "Re: your reminder", "Order 77.\n\nKind regards <b>"));
        room.run("update message set leave_at = now() - interval '1 hour' where id = " + message);
        room.tell("2026-03-17  deliver");
        String raw = room.lastInSink();
        assertThat(raw)
                .contains("In-Reply-To: " + mail.messageId(), "Order 77.", "&lt;b&gt;")
                .doesNotContain("Auto-Submitted");
        assertThat(room.texts("select kind || ' ' || state || ' ' || author from message where id = " + message))
                .containsExactly("reply sent Nora");
        assertThat(room.one(mail.id()).isUnread()).isFalse();
    }

    @Test
    void nobody_answers_a_machine() {
        ReceivedMail mail = room.receive(person(
                "ann@acme.example", "ar@nordwind.example", "Auto-Submitted: auto-generated\n", "Ticket 4 is open."));
        assertThat(mail.writer()).isEqualTo(Writer.MACHINE);
        assertThatThrownBy(() -> room.act(() -> answerMail.answer(room.caller(), mail.id(), "Re", "Hello")))
                .isInstanceOf(Refusal.class);
        ReceivedMail own = room.receive(person("AR@nordwind.example", "ann@acme.example", "", "It loops."));
        assertThat(own.writer()).isEqualTo(Writer.MACHINE);
    }

    @Test
    void what_no_database_keeps_does_not_stop_the_mail() {
        ReceivedMail mail =
                room.receive(person("ann@acme.example", "ar@nordwind.example", "", "a\0b \ud83d and \u202e end"));
        assertThat(mail.answer()).startsWith("ab");
    }
}
