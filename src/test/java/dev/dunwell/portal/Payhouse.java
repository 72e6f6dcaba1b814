package dev.dunwell.portal;

import dev.dunwell.access.AddPerson;
import dev.dunwell.access.NewOrganisation;
import dev.dunwell.access.Tenant;
import dev.dunwell.demo.Founding;
import dev.dunwell.demo.Scene;
import dev.dunwell.demo.Story;
import dev.dunwell.demo.Storyteller;
import dev.dunwell.demo.TestOrganisations;
import dev.dunwell.messaging.SinkMails;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Vendors with their stories, and the mails that their payers get. */
@TestComponent
public class Payhouse {

    private static final Pattern LINK = Pattern.compile("/d/([0-9A-Za-z]{43})\\b");
    private static final Pattern CODE = Pattern.compile("\\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\\b");

    private final Storyteller storyteller;
    private final TestOrganisations organisations;
    private final SinkMails sink;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Payhouse(
            Storyteller storyteller,
            TestOrganisations organisations,
            SinkMails sink,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.storyteller = storyteller;
        this.organisations = organisations;
        this.sink = sink;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One vendor whose story goes on. */
    public final class Vendor {

        private final Scene scene;
        private int organisation;

        private Vendor() {
            scene = new Scene(new Founding() {
                @Override
                public int found(NewOrganisation asked) {
                    organisation = organisations.found(asked);
                    return organisation;
                }

                @Override
                public void welcome(AddPerson.Added person) {}
            });
        }

        public Vendor tell(String story) {
            storyteller.tell(scene, Story.read("door", story));
            return this;
        }

        public int organisation() {
            return organisation;
        }

        public <T> T in(Supplier<T> work) {
            return Objects.requireNonNull(
                    Tenant.in(organisation, () -> transaction.execute(_ -> Objects.requireNonNull(work.get()))));
        }

        public int count(String from) {
            return in(() ->
                    db.sql("select count(*) from " + from).query(Integer.class).single());
        }

        public String text(String sql) {
            return in(() -> db.sql(sql).query(String.class).single());
        }

        /** The words of the latest mail, as its reader sees them without HTML. */
        public String mail() {
            return in(() -> words(sink.raw(sink.page(null, 1).rows().getFirst().id())));
        }

        /** What stands behind /d/ in the latest mail. */
        public String token() {
            return found(LINK.matcher(mail()), 1);
        }

        public String code() {
            return found(CODE.matcher(mail()), 0);
        }

        public List<Long> invoices() {
            return in(() -> db.sql("select id from invoice order by due_on, number")
                    .query((row, _) -> row.getLong(1))
                    .list());
        }
    }

    public Vendor vendor(String story) {
        return new Vendor().tell(story);
    }

    /** A vendor whose payer Ann has been reminded of two invoices, a week overdue; it is 2026-03-20. */
    public Vendor reminded() {
        return vendor("""
                2026-02-11  organisation "Meridian Supplies" EUR country DE
                            customer acme "Acme Ltd"
                            contact  acme "Ann Acme" email ann@acme.example
                            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
                            invoice  INV-2 acme 250.50 EUR due 2026-03-13
                2026-02-12  night until 2026-03-20
                """);
    }

    /** The name of the database that all of them live in. */
    String database() {
        return Objects.requireNonNull(transaction.execute(
                _ -> db.sql("select current_database()").query(String.class).single()));
    }

    private static String found(Matcher matcher, int group) {
        if (!matcher.find()) {
            throw new IllegalStateException("not in the mail");
        }
        return matcher.group(group);
    }

    private static String words(byte[] raw) {
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(raw));
            Object words = message.getContent();
            while (words instanceof Multipart parts) {
                words = parts.getBodyPart(0).getContent();
            }
            return ((String) words).replace("\r\n", "\n");
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
