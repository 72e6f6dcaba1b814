package dev.dunwell.invoicing;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Organisation;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Contacts;
import dev.dunwell.messaging.Enclosure;
import dev.dunwell.messaging.Outbox;
import dev.dunwell.messaging.OwnWords;
import dev.dunwell.messaging.PaperPost;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a document's files and sends it the way that its buyer wants: by mail through the outbox, past every guard,
 * with the PDF and the XML along. In the portal it lies as soon as its files are made; what goes on paper waits among
 * the letters to be printed and posted, what goes through an access point in its outbox. Sends nothing twice.
 */
@Component
public class SendInvoice {

    /** What the outbox and lists call such a mail. */
    public static final String KIND = "invoice";

    private static final Actor SENDER = Actor.automation("invoicing");

    private final JdbcClient db;
    private final MakeFiles makeFiles;
    private final Buyers buyers;
    private final Contacts contacts;
    private final Outbox outbox;
    private final PaperPost post;
    private final Clock clock;

    SendInvoice(
            JdbcClient db,
            MakeFiles makeFiles,
            Buyers buyers,
            Contacts contacts,
            Outbox outbox,
            PaperPost post,
            Clock clock) {
        this.db = db;
        this.makeFiles = makeFiles;
        this.buyers = buyers;
        this.contacts = contacts;
        this.outbox = outbox;
        this.post = post;
        this.clock = clock;
    }

    /** @param today the organisation's day */
    @Transactional
    public void send(Organisation organisation, long documentId, LocalDate today) {
        Issued issued = makeFiles.make(organisation, documentId);
        Buyer.Delivery way = buyers.of(issued.customerId()).map(Buyer::delivery).orElse(Buyer.Delivery.PORTAL);
        if (!isSent(documentId)) {
            Long message = switch (way) {
                case MAIL ->
                    reader(issued.customerId())
                            .map(reader -> mail(organisation, issued, reader, today))
                            .orElse(null);
                case PRINT -> paper(issued, today);
                case PORTAL, ACCESS_POINT -> null;
            };
            note(issued, way, message, today);
        }
    }

    /** Whoever sends the same document at the same time waits here. */
    private boolean isSent(long documentId) {
        db.sql("select pg_advisory_xact_lock(current_org(), cast(:document as int))")
                .param("document", documentId % Integer.MAX_VALUE)
                .query()
                .listOfRows();
        return db.sql("select exists (select from sent_document where document_id = ?)")
                .param(documentId)
                .query(Boolean.class)
                .single();
    }

    private Optional<Contact> reader(long customerId) {
        return contacts.of(customerId).stream()
                .filter(contact -> contact.details().email() != null && contact.bouncedOn() == null)
                .min(Comparator.comparing(contact -> contact.details().role()));
    }

    private long mail(Organisation organisation, Issued issued, Contact reader, LocalDate today) {
        Instant leaveAt = clock.instant().plus(Duration.ofMinutes(organisation.recallMinutes()));
        var to = new Reader(
                reader.details().name(), String.valueOf(reader.details().email()));
        return outbox.write(words(issued, to, today, leaveAt), KIND, enclosures(issued), SENDER);
    }

    /** Its address stands in the window of the envelope already. */
    private long paper(Issued issued, LocalDate today) {
        Party buyer = issued.content().buyer();
        Party.Address at = buyer.address();
        String lines = String.join("\n", at.street(), at.postcode() + " " + at.town(), at.country());
        OwnWords words = words(issued, new Reader(buyer.name(), lines), today, clock.instant());
        Enclosure pdf =
                enclosures(issued).stream().filter(Enclosure::isPdf).findFirst().orElseThrow();
        return post.put(words, KIND, pdf, SENDER);
    }

    private record Reader(String name, String address) {}

    private static OwnWords words(Issued issued, Reader reader, LocalDate today, Instant leaveAt) {
        Content content = issued.content();
        InvoiceWords words = InvoiceWords.of(content.language());
        String amount = words.amount(content.sums().gross());
        String vendor = content.seller().name();
        String text = content.dueOn() == null
                ? words.word("credit.text", reader.name, content.number(), amount, vendor)
                : words.word("mail.text", reader.name, content.number(), amount, words.date(content.dueOn()), vendor);
        return new OwnWords(
                issued.customerId(),
                today,
                words.language(),
                reader.name,
                reader.address,
                words.word(content.isCredit() ? "credit.subject" : "mail.subject", content.number(), vendor),
                text,
                "<" + UUID.randomUUID() + "@dunwell.invalid>",
                null,
                Map.of(
                        "customer", content.buyer().name(),
                        "customer_number", content.references().customer(),
                        "numbers", List.of(content.number())),
                leaveAt);
    }

    private List<Enclosure> enclosures(Issued issued) {
        List<Enclosure> files = new ArrayList<>();
        issued.files().forEach((form, hash) -> {
            boolean isPdf = form.equals("pdf");
            files.add(new Enclosure(
                    issued.number(),
                    issued.number() + (isPdf ? ".pdf" : ".xml"),
                    isPdf ? "application/pdf" : "application/xml",
                    size(hash),
                    hash));
        });
        files.sort(Comparator.comparing(Enclosure::fileName));
        return files;
    }

    private long size(String hash) {
        return db.sql("select size from stored_file where hash = decode(?, 'hex')")
                .param(hash)
                .query(Long.class)
                .single();
    }

    private void note(Issued issued, Buyer.Delivery way, @Nullable Long message, LocalDate today) {
        db.sql("""
                insert into sent_document (document_id, way, message_id, sent_on)
                values (:document, :way, :message, :today)
                """)
                .param("document", issued.id())
                .param("way", way.code())
                .param("message", message)
                .param("today", today)
                .update();
    }
}
