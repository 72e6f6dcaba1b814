package dev.dunwell.conversations.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.conversations.reading.DeliveryReport.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A mail as the house understands it. */
class IncomingMailTest {

    private static IncomingMail read(String mail) {
        return IncomingMail.of(mail.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sender_thread_and_words_are_read() {
        IncomingMail mail = read("""
                From: =?UTF-8?Q?Ren=C3=A9?= Dupont <rene@dupont.example>
                To: Nordwind <ar+k7f2@nordwind.example>
                Subject: =?iso-8859-1?Q?R=E9?= : facture
                Message-ID: <1@dupont.example>
                In-Reply-To: <dunwell-9@nordwind.example>
                References: <a@b> <dunwell-9@nordwind.example>

                Bonjour, c'est payé.
                """);
        assertThat(mail.fromAddress()).isEqualTo("rene@dupont.example");
        assertThat(mail.fromName()).isEqualTo("René Dupont");
        assertThat(mail.toAddresses()).contains("ar+k7f2@nordwind.example");
        assertThat(mail.references()).containsExactly("<dunwell-9@nordwind.example>", "<a@b>");
        assertThat(mail.subject()).isEqualTo("Ré : facture");
        assertThat(mail.writer()).isEqualTo(Writer.PERSON);
        assertThat(mail.said().answer()).isEqualTo("Bonjour, c'est payé.");
    }

    @Test
    void the_address_in_brackets_counts_not_the_name_that_looks_like_one() {
        assertThat(read("From: \"cfo@customer.example\" <thief@evil.example>\n\nhi")
                        .fromAddress())
                .isEqualTo("thief@evil.example");
    }

    @Test
    void nothing_in_a_head_begins_another_head() {
        IncomingMail mail = read("From: a@b.example\nSubject: =?UTF-8?Q?hi=0D=0ABcc:_all@b.example?=\n\nx");
        assertThat(mail.subject()).isEqualTo("hi Bcc: all@b.example");
    }

    @Test
    void letters_in_the_wrong_character_set_are_repaired() {
        byte[] latin = "From: a@b.example\nContent-Type: text/plain; charset=utf-8\n\nGrüße"
                .getBytes(Charset.forName("windows-1252"));
        assertThat(IncomingMail.of(latin).said().answer()).isEqualTo("Grüße");
    }

    @Test
    void html_is_read_as_text_and_its_scripts_are_not() {
        IncomingMail mail = read("""
                From: a@b.example
                Content-Type: text/html; charset=utf-8

                <p>Paid <b>today</b>.</p><script>alert(1)</script><img src=x onerror=alert(2)><blockquote>old words</blockquote>
                """);
        assertThat(mail.said().answer()).isEqualTo("Paid today.");
        assertThat(mail.said().quoted()).contains("old words");
    }

    @Test
    void files_get_names_that_harm_nobody() {
        IncomingMail mail = read("""
                From: a@b.example
                Content-Type: multipart/mixed; boundary=x

                --x

                See attached.
                --x
                Content-Type: application/pdf
                Content-Disposition: attachment; filename="../../etc/passwd"
                Content-Transfer-Encoding: base64

                aGVsbG8=
                --x
                Content-Type: text/html; name="a.html"
                Content-Disposition: attachment; filename*=UTF-8''%72%0d%0aX-Evil%3A1.html

                <script>alert(1)</script>
                --x--
                """);
        assertThat(mail.said().answer()).isEqualTo("See attached.");
        assertThat(mail.attachments()).extracting(Attached::name).containsExactly("passwd", "r X-Evil_1.html");
        assertThat(new String(mail.attachments().getFirst().content(), StandardCharsets.UTF_8))
                .isEqualTo("hello");
    }

    @Test
    void parts_in_parts_without_end_end() {
        var mail = new StringBuilder("From: a@b.example\nContent-Type: multipart/mixed; boundary=b0\n\n");
        for (int i = 0; i < 500; i++) {
            mail.append("--b")
                    .append(i)
                    .append("\nContent-Type: multipart/mixed; boundary=b")
                    .append(i + 1)
                    .append("\n\n");
        }
        assertThat(read(mail.toString()).writer()).isEqualTo(Writer.PERSON);
        String many = "From: a@b.example\nContent-Type: multipart/mixed; boundary=q\n\n" + "--q\n\nhi\n".repeat(5_000);
        assertThat(read(many).said().answer()).startsWith("hi");
    }

    @Test
    void machines_say_that_they_are_machines() {
        assertThat(
                        read("From: a@b.example\nAuto-Submitted: auto-replied\nSubject: Abwesend\n\nIch bin bis 13.11. nicht im Büro.")
                                .writer())
                .isEqualTo(Writer.OUT_OF_OFFICE);
        assertThat(read("From: a@b.example\nSubject: Automatic reply: Invoice 4711\n\nI am out of the office.")
                        .writer())
                .isEqualTo(Writer.OUT_OF_OFFICE);
        assertThat(read("From: a@b.example\nAuto-Submitted: auto-generated\nSubject: Ticket 1\n\nReceived.")
                        .writer())
                .isEqualTo(Writer.MACHINE);
        assertThat(read("From: a@b.example\nPrecedence: bulk\nSubject: News\n\nBuy!")
                        .writer())
                .isEqualTo(Writer.MACHINE);
        assertThat(read("From: a@b.example\nAuto-Submitted: no\nSubject: Re: vacation of our clerk\n\nPaid.")
                        .writer())
                .isEqualTo(Writer.PERSON);
        assertThat(read("From: a@b.example\nSubject: Re: 4711\n\nOur clerk is on vacation; I will pay on Friday.")
                        .writer())
                .isEqualTo(Writer.PERSON);
    }

    @Test
    void a_report_for_programs_is_read() {
        IncomingMail mail = read("""
                From: MAILER-DAEMON@mx.example
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=x

                --x

                Sorry.
                --x
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; Gone@Customer.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 User unknown
                --x
                Content-Type: text/rfc822-headers

                Message-ID: <dunwell-7@nordwind.example>
                --x--
                """);
        assertThat(mail.writer()).isEqualTo(Writer.MAIL_SERVER);
        assertThat(mail.reports()).singleElement().satisfies(report -> {
            assertThat(report.kind()).isEqualTo(Kind.HARD);
            assertThat(report.address()).isEqualTo("gone@customer.example");
            assertThat(report.status()).isEqualTo("5.1.1");
            assertThat(report.about()).isEqualTo("<dunwell-7@nordwind.example>");
        });
    }
}
