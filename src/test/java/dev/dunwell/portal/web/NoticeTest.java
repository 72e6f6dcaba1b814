package dev.dunwell.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.portal.Payerside;
import dev.dunwell.portal.Payhouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What waits behind the payer's door, and text messages that lead there. */
@ServerTest
@Import(Payhouse.class)
class NoticeTest {

    private static final String BEGINNING = """
            2026-02-11  organisation "Meridian Supplies" EUR country DE
                        strategy "Two ways" "Inquiry" by %s
                        customer acme "Acme Ltd"
                        contact  acme "Ann Acme" email ann@acme.example
                        place    acme mobile "Ann Acme" +441632960001
                        invoice  INV-1 acme 1000.00 EUR due 2026-03-13
            """;

    @LocalServerPort
    int port;

    @Autowired
    Payhouse house;

    @Test
    void a_notice_is_read_behind_the_door_and_counts_as_seen_once_a_person_came() {
        Payhouse.Vendor meridian = house.vendor(BEGINNING.formatted("portal") + "2026-02-12  night until 2026-03-16\n");
        assertThat(meridian.count("message where channel = 'portal' and state = 'sent' and seen_at is null"))
                .isEqualTo(1);
        Payerside payer = Payerside.opened(port, meridian.token());
        assertThat(payer.page()).contains("INV-1: can we help with anything?", "The invoice below was due on");
        assertThat(meridian.count("message where channel = 'portal' and seen_at is not null"))
                .isEqualTo(1);
        assertThat(meridian.count("send_journal where detail = 'Seen by Ann Acme on the payer’s page.'"))
                .isEqualTo(1);
        assertThat(meridian.count("delivery_evidence e join message m on m.id = e.message_id"
                        + " where m.channel = 'portal' and e.grade = 4"))
                .isEqualTo(1);
        Payerside.opened(port, meridian.token());
        assertThat(meridian.count("send_journal where detail like 'Seen by%'")).isEqualTo(1);
        assertThat(meridian.count("customer_timeline where kind = 'notice' and state = 'seen'"))
                .isEqualTo(1);
    }

    @Test
    void a_text_message_leads_to_the_door_as_long_as_the_number_is_theirs() {
        Payhouse.Vendor meridian = house.vendor(BEGINNING.formatted("sms") + "2026-02-12  night until 2026-03-16\n");
        assertThat(meridian.text("select body_text from message where channel = 'sms'"))
                .contains("1,000.00 EUR", "/d/••••••••");
        assertThat(meridian.count("payer_link where to_address = '+441632960001' and token_hash is not null"))
                .isEqualTo(1);
        assertThat(meridian.count("customer_timeline where kind = 'sms' and detail = '+441632960001'"))
                .isEqualTo(1);
    }
}
