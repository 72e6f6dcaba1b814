package dev.dunwell.invoicing;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.dunwell.DunwellTest;
import dev.dunwell.access.Tenant;
import dev.dunwell.intake.formats.einvoice.EInvoiceCheck;
import dev.dunwell.intake.formats.einvoice.Field;
import dev.dunwell.ledger.Customer;
import java.io.IOException;
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
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

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

    @Autowired
    BillingTroubles troubles;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate inTransaction;

    private Issued sent() {
        return sent("ACME", Buyer.Form.XRECHNUNG_UBL);
    }

    private Issued sent(String number, Buyer.Form form) {
        Customer customer = shop.customer(number, "DE", form);
        Buyer buyer = shop.buyer(customer.id(), "DE", form);
        var through = new Buyer(
                customer.id(),
                buyer.party(),
                buyer.buyerReference(),
                buyer.demands(),
                buyer.form(),
                Buyer.Delivery.ACCESS_POINT);
        Tenant.runIn(
                shop.book().organisation(), () -> shop.doors().changeBuyer().change(NORA, through));
        Issued issued = shop.issue(TODAY, shop.work(customer, number, "100.00", "S19", TODAY));
        Tenant.runIn(shop.book().organisation(), () -> sendInvoice.send(shop.organisation(), issued.id(), TODAY));
        return issued;
    }

    private void hand(AccessPoint to, Instant now) {
        var here = shop.organisation();
        Tenant.runIn(shop.book().organisation(), () -> job.handAll(to, here, now));
    }

    private List<String> troubles() {
        return shop.inside(troubles::all).stream()
                .map(trouble -> trouble.about() + ": " + trouble.what())
                .toList();
    }

    @Test
    void a_folder_gets_each_e_invoice_whole_and_once(@TempDir Path folder) throws IOException {
        Issued issued = sent();
        hand(new FileDrop(folder.resolve("out")), NOW);
        hand(
                parcel -> {
                    throw new IOException("handed over twice");
                },
                NOW.plusSeconds(60));
        assertThat(troubles()).isEmpty();
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
            hand(to, NOW);
            hand(to, NOW.plusSeconds(60));
            assertThat(troubles()).singleElement().asString().contains("Handing over INV-2026-00001", "503");
            hand(to, NOW.plusSeconds(120));
            hand(to, NOW.plusSeconds(600));
        } finally {
            server.stop(0);
        }
        assertThat(troubles()).isEmpty();
        assertThat(names).hasSize(2);
        assertThat(names.getFirst()).isEqualTo(names.getLast()).endsWith("-INV-2026-00001");
        assertThat(signatures)
                .allSatisfy(
                        signature -> assertThat(signature).matches("t=" + NOW.getEpochSecond() + ",v1=[0-9a-f]{64}"));
    }

    @Test
    void one_that_cannot_be_read_holds_up_no_other_and_is_tried_again_with_patience(@TempDir Path folder)
            throws IOException {
        Issued broken = sent("BROKEN", Buyer.Form.PDF);
        loseItsFile(broken);
        Issued whole = sent("WHOLE", Buyer.Form.XRECHNUNG_UBL);
        for (int minute = 0; minute < 30; minute++) {
            hand(new FileDrop(folder), NOW.plusSeconds(60L * minute));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .endsWith(whole.number() + ".xml");
        }
        assertThat(troubles()).singleElement().asString().contains("Handing over " + broken.number());
        assertThat(tries()).isEqualTo(4);
    }

    private void loseItsFile(Issued issued) {
        Tenant.runIn(
                shop.book().organisation(),
                () -> inTransaction.executeWithoutResult(_ -> {
                    db.sql("insert into stored_file (hash, size) values (sha256('lost'), 4)")
                            .update();
                    db.sql("insert into issued_file (document_id, form, hash) values (?, 'ubl', sha256('lost'))")
                            .param(issued.id())
                            .update();
                }));
    }

    private int tries() {
        return shop.inside(() -> Objects.requireNonNull(inTransaction.execute(_ ->
                db.sql("select tries from handing_trouble").query(Integer.class).single())));
    }
}
