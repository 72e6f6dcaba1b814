package dev.dunwell.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Tenant;
import dev.dunwell.messaging.SinkMails;
import dev.dunwell.portal.Payerside;
import dev.dunwell.portal.Payhouse;
import dev.dunwell.statements.ChangeLogo;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What payers take away from the door, and by what they know their vendor. */
@ServerTest
@Import(Payhouse.class)
class DoorPapersTest {

    @LocalServerPort
    int port;

    @Autowired
    Payhouse house;

    @Autowired
    ChangeLogo changeLogo;

    @Autowired
    SinkMails sink;

    @Test
    void receipts_of_ones_own_payments_open_with_a_code() {
        Payhouse.Vendor meridian = house.reminded().tell("2026-03-21  payment acme 200.00 EUR");
        Payerside ann = Payerside.opened(port, meridian.token());
        long payment = Long.parseLong(meridian.text("select id::text from payment"));
        String receipt = "/door/{place}/receipts/" + payment;
        assertThat(ann.say(receipt, Map.of()).headers().firstValue("Location")).contains("/door/proof");
        ann.proven(meridian);
        assertThat(ann.get("/door/{place}/receipts").body()).contains("21 March 2026", "200.00");
        var paper = ann.say(receipt, Map.of());
        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(ann.say("/door/{place}/receipts/" + (payment + 1), Map.of()).statusCode())
                .as("somebody else's")
                .isEqualTo(404);
        assertThat(meridian.count("receipt_paper")).isEqualTo(1);
    }

    @Test
    void a_logo_stands_on_the_door_and_in_mails_that_carry_it_themselves() throws Exception {
        Payhouse.Vendor meridian = house.vendor("""
                2026-02-11  organisation "Meridian Supplies" EUR country DE
                            customer acme "Acme Ltd"
                            contact  acme "Ann Acme" email ann@acme.example
                            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
                """);
        Tenant.runIn(meridian.organisation(), () -> changeLogo.change(Actor.person("Nora Lindqvist"), png()));
        meridian.tell("2026-02-12  night until 2026-03-20");
        String raw = meridian.in(
                () -> new String(sink.raw(sink.page(null, 1).rows().getFirst().id()), StandardCharsets.US_ASCII));
        String name = "logo-" + meridian.organisation() + "@dunwell.invalid";
        assertThat(raw.replace("=\r\n", ""))
                .contains("multipart/related", "Content-ID: <" + name + ">", "src=3D\"cid:" + name + "\"")
                .contains("width=3D\"165\" height=3D\"44\" alt=3D\"Meridian Supplies\"");
        assertThat(meridian.text("select body_html from message order by id desc limit 1"))
                .as("what is kept shows nothing that it does not carry")
                .doesNotContain("cid:");
        Payerside ann = Payerside.opened(port, meridian.token());
        assertThat(ann.page()).contains("/logo\" alt=\"Meridian Supplies\"");
        var logo = ann.get("/door/{place}/logo");
        assertThat(logo.statusCode()).isEqualTo(200);
        assertThat(logo.headers().firstValue("Content-Type")).contains("image/png");
        Tenant.runIn(meridian.organisation(), () -> changeLogo.remove(Actor.person("Nora Lindqvist")));
        assertThat(ann.page()).contains("<span class=\"brand\">Meridian Supplies</span>");
        assertThat(ann.get("/door/{place}/logo").statusCode()).isEqualTo(404);
    }

    private static byte[] png() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(600, 160, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
