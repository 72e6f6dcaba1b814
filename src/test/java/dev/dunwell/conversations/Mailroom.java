package dev.dunwell.conversations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dunwell.access.Actor;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.Caller;
import dev.dunwell.access.NewOrganisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Tenant;
import dev.dunwell.demo.Founding;
import dev.dunwell.demo.Scene;
import dev.dunwell.demo.Story;
import dev.dunwell.demo.Storyteller;
import dev.dunwell.demo.TestOrganisations;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A book of its own for each test, and what comes to it by mail. */
@TestComponent
public class Mailroom {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Storyteller storyteller;
    private final TestOrganisations organisations;
    private final Organisations all;
    private final ReceiveMail receiveMail;
    private final Inbox inbox;
    private final JdbcClient db;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private Scene scene;
    private int organisation;

    Mailroom(
            Storyteller storyteller,
            TestOrganisations organisations,
            Organisations all,
            ReceiveMail receiveMail,
            Inbox inbox,
            JdbcClient db,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.storyteller = storyteller;
        this.organisations = organisations;
        this.all = all;
        this.receiveMail = receiveMail;
        this.inbox = inbox;
        this.db = db;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.scene = new Scene(organisations);
    }

    void open(String story) {
        scene = new Scene(new Founding() {
            @Override
            public int found(NewOrganisation asked) {
                organisation = organisations.found(asked);
                return organisation;
            }

            @Override
            public void welcome(AddPerson.Added person) {}
        });
        storyteller.tell(scene, Story.read("book", story));
    }

    void tell(String line) {
        storyteller.tell(scene, Story.read("later", line));
    }

    Caller caller() {
        return in(() -> {
            var here = all.current();
            return new Caller(here, Actor.person("Nora"), Role.COLLECTOR, null, here.today(clock));
        });
    }

    ReceivedMail receive(String raw) {
        return one(receiveAgain(raw).orElseThrow());
    }

    Optional<Long> receiveAgain(String raw) {
        return in(() -> receiveMail.receive(raw.getBytes(UTF_8), clock.instant()));
    }

    ReceivedMail one(long id) {
        return in(() -> inbox.one(id).mail());
    }

    /** The last mail to this address comes back. */
    String returned(String address, String status, String said) {
        String about = texts(
                        "select message_id from message where to_address = '" + address + "' order by id desc limit 1")
                .getFirst();
        return """
                From: MAILER-DAEMON@mx.example
                To: ar@nordwind.example
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <s%d@mx.example>
                In-Reply-To: %s
                Content-Type: multipart/report; report-type=delivery-status; boundary=x

                --x

                Sorry.
                --x
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: %s
                Diagnostic-Code: smtp; %s
                --x
                Content-Type: text/rfc822-headers

                Message-ID: %s
                --x--
                """.formatted(NUMBER.incrementAndGet(), about, address, status, said, about);
    }

    String decision(String invoice) {
        return texts("select code from decision d join invoice i on i.id = d.invoice_id where i.number = '" + invoice
                        + "' and superseded_on is null")
                .getFirst();
    }

    long customer(String number) {
        return count("select id from customer where number = '" + number + "'");
    }

    String lastInSink() {
        return in(() -> db.sql("select raw from sink_mail order by id desc limit 1")
                .query((row, _) -> new String(row.getBytes(1), UTF_8))
                .single());
    }

    List<String> texts(String sql) {
        return in(() -> db.sql(sql).query(String.class).list());
    }

    long count(String sql) {
        return in(() -> db.sql(sql).query(Long.class).single());
    }

    void run(String sql) {
        in(() -> db.sql(sql).update());
    }

    /** What a person does, in the organisation and in a transaction of its own. */
    void act(Runnable act) {
        Tenant.runIn(organisation, act);
    }

    int organisation() {
        return organisation;
    }

    <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(
                Tenant.in(organisation, () -> transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }
}
