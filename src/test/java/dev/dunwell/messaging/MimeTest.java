package dev.dunwell.messaging;

import static dev.dunwell.messaging.SampleMail.DATE;
import static dev.dunwell.messaging.SampleMail.JAMES;
import static dev.dunwell.messaging.SampleMail.NORA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.messaging.Handover.Sent;
import dev.dunwell.messaging.SmtpSettings.Tls;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeTest {

    private static final List<String> HEADERS = List.of(
            "Date",
            "From",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Auto-Submitted",
            "Content-Language");

    @Test
    void the_head_says_who_when_what_and_that_a_machine_wrote_it() throws Exception {
        var letter = new Letter("Zwei Rechnungen über 1.200,00 €", "Guten Tag", "<p>Guten Tag</p>", "de");
        var reply = new Mailbox("office@meridian.example", "");
        MimeMessage message = arrived(new OutgoingMail(NORA, reply, JAMES, "<a@b.example>", DATE, letter, List.of()));
        assertThat(message.getHeader("Message-ID")).containsExactly("<a@b.example>");
        assertThat(message.getHeader("Date")).containsExactly("Tue, 1 Dec 2026 09:30:00 +0100");
        assertThat(message.getHeader("From")).containsExactly("Nora Lindqvist <nora@meridian.example>");
        assertThat(message.getHeader("Reply-To")).containsExactly("office@meridian.example");
        assertThat(message.getHeader("To")).containsExactly("James Okafor <james@brightwater.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Content-Language")).containsExactly("de");
        assertThat(message.getSubject()).isEqualTo("Zwei Rechnungen über 1.200,00 €");
    }

    @Test
    void text_and_html_are_two_ways_to_read_the_same_letter() throws Exception {
        MimeMessage message = arrived(SampleMail.with(new Letter("S", "Grüße\n", "<p>Grüße</p>", "de")));
        var parts = (MimeMultipart) message.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Grüße\r\n");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Grüße</p>\r\n");
    }

    @Test
    void a_copy_of_the_invoice_travels_with_its_name() throws Exception {
        var copy = new Attachment("Rechnung Nº 7 – Grüße.pdf", "application/pdf", new byte[] {1, 2, 3});
        var mail = new OutgoingMail(NORA, null, JAMES, "<a@b.c>", DATE, SampleMail.letter("S", "T"), List.of(copy));
        BodyPart part = ((MimeMultipart) arrived(mail).getContent()).getBodyPart(1);
        assertThat(part.getFileName()).isEqualTo("Rechnung Nº 7 – Grüße.pdf");
        assertThat(part.getContentType()).startsWith("application/pdf");
        assertThat(part.getInputStream().readAllBytes()).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\0", "\u2028", "\u2029", "\u0085", "\u202E", "\t"})
    void nothing_that_could_begin_a_header_gets_into_one(String evil) {
        String value = "x" + evil + "Bcc: all@evil.example";
        assertThatThrownBy(() -> new Mailbox("a@b.example", value)).hasMessageContaining("remove it");
        assertThatThrownBy(() -> new Mailbox(value, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SampleMail.with(SampleMail.letter(value, "")))
                .hasMessage("The subject contains a line break or another control character: remove it.");
        assertThatThrownBy(() -> new Attachment(value + ".pdf", "application/pdf", new byte[0]))
                .hasMessageContaining("name of the attachment");
        assertThatThrownBy(() -> new Attachment("x.pdf", "application/" + value, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutgoingMail(
                        NORA, null, JAMES, "<" + value + "@x>", DATE, SampleMail.letter("S", ""), List.of()))
                .hasMessageContaining("message id");
    }

    @Test
    void what_only_looks_like_a_line_break_stays_what_it_is() throws Exception {
        String subject = "%0d%0aBcc: x =?UTF-8?Q?=0D=0A?= \\r\\n <b>" + "long ".repeat(60);
        var to = new Mailbox("a@b.example", "\"Ann\" <boss@bank.example>, Bob; (x) \\");
        MimeMessage message =
                arrived(new OutgoingMail(NORA, null, to, "<a@b.c>", DATE, SampleMail.letter(subject, "T"), List.of()));
        assertThat(Collections.list(message.getAllHeaders()).stream().map(Header::getName))
                .containsExactlyInAnyOrderElementsOf(HEADERS);
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getAllRecipients()[0].toString()).endsWith("<a@b.example>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@b",
                "a@",
                "a b@c.example",
                "<a@b.example>c@d.example",
                "a@b.example,c@d.example",
                "a@b@c.example",
                "\"a b\"@c.example",
                "a@[127.0.0.1]",
                "a(comment)@b.example",
                "Ann <a@b.example>",
                ".a@b.example",
                "a.@b.example",
                "a..b@c.example",
                "a@-b.example",
                "a@b..example",
                "a@b.example.",
                "@x,@y:a@b.example",
                "a;b@c.example",
                "ann@exämple.de",
                "änn@example.de",
                "a@b.example ",
                "group:a@b.c;"
            })
    void only_a_plain_address_is_an_address(String address) {
        assertThat(Mailbox.isAddress(address)).isFalse();
        assertThatThrownBy(() -> new Mailbox(address, "")).hasMessageContaining("is not a mail address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@b", "o'neil+x=y@sub.b-c.example", "a.b_c@xn--exmple-cua.de", "x!y%z@b.example", "1@2.example"
            })
    void usual_addresses_are_addresses(String address) {
        assertThat(new Mailbox(address, "").address()).isEqualTo(address);
    }

    @Test
    void an_overlong_address_is_none() {
        assertThat(Mailbox.isAddress("a".repeat(65) + "@b.example")).isFalse();
        assertThat(Mailbox.isAddress("a@" + "b.".repeat(130) + "example")).isFalse();
    }

    @Test
    void a_password_is_not_sent_in_the_open() {
        assertThatThrownBy(() -> new SmtpSettings("mail.example", 25, "u", "p", Tls.NONE))
                .hasMessageContaining("in the open");
        assertThatThrownBy(() -> new SmtpSettings("mail.example", 25, "u", "", Tls.IMPLICIT))
                .hasMessageContaining("neither");
        assertThatThrownBy(() -> new SmtpSettings("mail.example\r\n", 25, "", "", Tls.NONE))
                .hasMessageContaining("host name");
        assertThatThrownBy(() -> new SmtpSettings("mail.example", 0, "", "", Tls.NONE))
                .hasMessageContaining("port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n.\nb",
                ".\n..\n.",
                "a\n.\nMAIL FROM:<x@evil.example>\nRCPT TO:<y@evil.example>\nDATA\nevil\n.\n",
                "a\r.\rb",
                "a\r\n.\r\nQUIT\r\n",
                "\u00fc\n.\n\u00fc"
            })
    void a_letter_cannot_end_itself_early(String text) throws Exception {
        try (var server = new FaultySmtpServer()) {
            var settings = new SmtpSettings("localhost", server.port(), "", "", Tls.NONE);
            try (var transport = new SmtpTransport(settings, SmtpPatience.USUAL)) {
                assertThat(transport.hand(SampleMail.with(SampleMail.letter("S", text)), () -> true))
                        .isInstanceOf(Sent.class);
            }
            assertThat(server.accepted).hasSize(1);
            assertThat(server.commands.stream()
                            .map(command -> command.substring(0, 4))
                            .limit(4))
                    .containsExactly("EHLO", "MAIL", "RCPT", "DATA");
            var parts = (MimeMultipart) parsed(server.accepted.getFirst().getBytes(StandardCharsets.ISO_8859_1))
                    .getContent();
            String arrived = (String) parts.getBodyPart(0).getContent();
            assertThat(arrived.lines().collect(Collectors.joining("\n")))
                    .isEqualTo(text.lines().collect(Collectors.joining("\n")));
        }
    }

    private static MimeMessage arrived(OutgoingMail mail) throws IOException, MessagingException {
        var bytes = new ByteArrayOutputStream();
        Mime.message(mail).writeTo(bytes);
        return parsed(bytes.toByteArray());
    }

    private static MimeMessage parsed(byte[] bytes) throws MessagingException {
        return new MimeMessage((Session) null, new ByteArrayInputStream(bytes));
    }
}
