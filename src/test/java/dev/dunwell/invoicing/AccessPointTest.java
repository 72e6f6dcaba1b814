package dev.dunwell.invoicing;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.dunwell.DunwellTest;
import dev.dunwell.access.Tenant;
import dev.dunwell.intake.formats.einvoice.EInvoiceCheck;
import dev.dunwell.intake.formats.einvoice.Field;
import dev.dunwell.ledger.Customer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes through an access point leaves once it is taken, and again until then. */
@DunwellTest
class AccessPointTest {

    private static final LocalDate TODAY = day("2026-03-02");
    private static final Instant NOW = TODAY.atTime(8, 0).toInstant(ZoneOffset.UTC);

    @Autowired
    Shop shop;

    @Autowired
    SendInvoice sendInvoice;

    @Autowired
    HandOverJob job;

    private Issued sent() {
        Customer customer = shop.customer("ACME", "DE", Buyer.Form.XRECHNUNG_UBL);
        Buyer buyer = shop.buyer(customer.id(), "DE", Buyer.Form.XRECHNUNG_UBL);
        var through = new Buyer(
                customer.id(),
                buyer.party(),
                buyer.buyerReference(),
                buyer.demands(),
                buyer.form(),
                Buyer.Delivery.ACCESS_POINT);
        Tenant.runIn(
                shop.book().organisation(), () -> shop.doors().changeBuyer().change(NORA, through));
        Issued issued = shop.issue(TODAY, shop.work(customer, "w1", "100.00", "S19", TODAY));
        Tenant.runIn(shop.book().organisation(), () -> sendInvoice.send(shop.organisation(), issued.id(), TODAY));
        return issued;
    }

    private void hand(AccessPoint to) {
        var here = shop.organisation();
        Tenant.runIn(shop.book().organisation(), () -> job.handAll(to, here, NOW));
    }

    @Test
    void a_folder_gets_each_e_invoice_whole_and_once(@TempDir Path folder) throws IOException {
        Issued issued = sent();
        hand(new FileDrop(folder.resolve("out")));
        hand(parcel -> {
            throw new IOException("handed over twice");
        });
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            assertThat(EInvoiceCheck.fields(Files.readAllBytes(all.getFirst())))
                    .containsEntry(Field.NUMBER, issued.number());
        }
    }

    @Test
    void what_is_refused_is_handed_over_again_under_the_same_name_and_signed() throws IOException {
        sent();
        var names = new CopyOnWriteArrayList<String>();
        var signatures = new CopyOnWriteArrayList<String>();
        var calls = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/in", exchange -> {
            names.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            signatures.add(exchange.getRequestHeaders().getFirst("Dunwell-Signature"));
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(calls.getAndIncrement() == 0 ? 503 : 202, -1);
            exchange.close();
        });
        server.start();
        try {
            var to = new HttpDrop(
                    URI.create("http://localhost:" + server.getAddress().getPort() + "/in"),
                    "secret",
                    Clock.fixed(NOW, ZoneOffset.UTC));
            assertThatThrownBy(() -> hand(to))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("503");
            hand(to);
            hand(to);
        } finally {
            server.stop(0);
        }
        assertThat(names).hasSize(2);
        assertThat(names.getFirst()).isEqualTo(names.getLast()).endsWith("-INV-2026-00001");
        assertThat(signatures)
                .allSatisfy(
                        signature -> assertThat(signature).matches("t=" + NOW.getEpochSecond() + ",v1=[0-9a-f]{64}"));
    }
}
