package dev.dunwell.portal.web;

import static dev.dunwell.portal.ThreeVendors.CANARIES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.conversations.ReceiveJoint;
import dev.dunwell.portal.Payhouse;
import dev.dunwell.portal.ThreeVendors;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What comes back to a mail that took along three vendors' reminders: each gets its own share and no other's. */
@ServerTest
@Import({Payhouse.class, ThreeVendors.class})
class JointRepliesTest {

    @Autowired
    ThreeVendors three;

    @Autowired
    ReceiveJoint receiveJoint;

    @Autowired
    Clock clock;

    private ThreeVendors.World world;
    private String name;

    @BeforeEach
    void one_mail_has_left() {
        world = three.begun();
        three.deliver(world);
        name = three.owner("select message_id from joint_mail where address = ?", world.address());
    }

    private int receive(String raw) {
        return receiveJoint.receive(raw.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII), clock.instant());
    }

    private int answer(String id, String words) {
        return receive("""
                From: Ann <%s>
                Subject: Re: Reminders from Alphacanary Vendor and Bravocanary Vendor
                Message-ID: <%s@payer.example>
                In-Reply-To: %s
                Content-Type: text/plain

                %s

                > Alphacanary Vendor, Bravocanary Vendor, Charliecanary Vendor
                """.formatted(world.address(), id, name, words));
    }

    private String received(int vendor) {
        return world.vendors().get(vendor).text("select coalesce(string_agg(r::text, ' '), '') from received_mail r");
    }

    @Test
    void a_bounce_reaches_each_vendor_as_a_bounce_of_its_own_mail() {
        String bounce = """
                From: MAILER-DAEMON@payer.example
                Subject: Undelivered Mail
                Message-ID: <bounce-%2$s
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                No such user.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.payer.example

                Final-Recipient: rfc822; %1$s
                Action: failed
                Status: 5.1.1

                --b
                Content-Type: message/rfc822

                Message-ID: %2$s
                Subject: Reminders from Alphacanary Vendor and Bravocanary Vendor

                Alphacanary Bravocanary Charliecanary
                --b--
                """.formatted(world.address(), name).replace("<bounce-<", "<bounce-");
        assertThat(receive(bounce)).isEqualTo(3);
        assertThat(receive(bounce)).isZero();
        for (int vendor = 0; vendor < 3; vendor++) {
            assertThat(world.vendors().get(vendor).text("select string_agg(state, '') from message"))
                    .isEqualTo("failed");
            assertThat(world.vendors().get(vendor).count("contact where bounced_on is not null"))
                    .isOne();
            readsOfNobodyElse(vendor);
        }
    }

    @Test
    void an_answer_that_names_an_invoice_reaches_its_vendor_alone() {
        assertThat(answer("one", "Bravocanary-1 was paid on Monday.")).isOne();
        assertThat(received(1)).contains("was paid on Monday");
        assertThat(received(0)).isEmpty();
        assertThat(received(2)).isEmpty();
        readsOfNobodyElse(1);
    }

    @Test
    void an_answer_that_names_nobody_reaches_each_once() {
        assertThat(answer("all", "We pay next week.")).isEqualTo(3);
        assertThat(answer("all", "We pay next week.")).isZero();
        for (int vendor = 0; vendor < 3; vendor++) {
            assertThat(received(vendor)).contains("We pay next week");
            readsOfNobodyElse(vendor);
        }
    }

    @Test
    void a_mail_that_names_no_joint_mail_of_ours_reaches_nobody() {
        name = "<0000@dunwell.invalid>";
        assertThat(answer("none", "We pay next week.")).isZero();
    }

    private void readsOfNobodyElse(int vendor) {
        for (String other : CANARIES) {
            if (!other.equals(CANARIES.get(vendor))) {
                assertThat(received(vendor)).doesNotContain(other);
            }
        }
    }
}
