package dev.dunwell.portal;

import dev.dunwell.collections.LogContact;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.RecordContact;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a payer wants a person to do: send a copy, agree on parts, write to somebody else. Each waits for that person as
 * a question, and its invoices are left in peace until it is answered.
 */
@Component
public class AskForMore {

    private static final int MOST_PARTS = 24;

    private final AskVendor askVendor;
    private final LogContact logContact;
    private final RecordContact recordContact;
    private final Standing standing;

    AskForMore(AskVendor askVendor, LogContact logContact, RecordContact recordContact, Standing standing) {
        this.askVendor = askVendor;
        this.logContact = logContact;
        this.recordContact = recordContact;
        this.standing = standing;
    }

    /** The invoice was lost or never arrived. */
    @Transactional
    public void copy(Payer payer, long invoiceId) {
        standing.count(payer);
        DueItem item = standing.item(payer, invoiceId);
        logContact.log(
                payer.caller(),
                new LogContact.Contact(
                        item.customerId(),
                        null,
                        "mail",
                        "in",
                        "needs_copy",
                        "Asked for a copy of " + item.number() + " through their link.",
                        null,
                        null,
                        "They need the invoice first.",
                        List.of(invoiceId)));
    }

    /** In so many parts, the first on a day; a person proposes the plan. Refuses one part and very many. */
    @Transactional
    public void plan(Payer payer, Collection<Long> invoiceIds, int parts, LocalDate first, String words) {
        if (parts < 2 || parts > MOST_PARTS || first.isBefore(payer.caller().today()) || invoiceIds.isEmpty()) {
            throw BadInput.in("parts", "Choose invoices, 2 to 24 parts, and a first day from today on.");
        }
        List<DueItem> items = standing.items(payer, invoiceIds);
        String sums = items.stream()
                .map(DueItem::open)
                .collect(Collectors.toMap(Money::currency, open -> open, Money::plus))
                .values()
                .stream()
                .map(Money::toString)
                .sorted()
                .collect(Collectors.joining(", "));
        String numbers = items.stream().map(DueItem::number).collect(Collectors.joining(", "));
        askVendor.ask(
                payer,
                items.size() == 1 ? items.getFirst().invoiceId() : null,
                "Asks to pay %s (%s) in %d parts, the first on %s.%s"
                        .formatted(sums, numbers, parts, first, said(words)));
    }

    /** Who is to be written to instead. */
    public record Person(String name, String email, String phone) {}

    /**
     * Somebody else is responsible. Proven by a code, that person is recorded at once, unverified; without, a person of
     * the vendor decides, since a mail that was passed on must not turn demands to strangers.
     */
    @Transactional
    public void person(Payer payer, Person person, String words) {
        String who = List.of(person.name.strip(), person.email.strip(), person.phone.strip()).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        boolean isNamed = payer.isProven() && !person.name.isBlank() && !person.email.isBlank();
        if (isNamed) {
            recordContact.record(
                    payer.caller().actor(),
                    payer.here().customerId(),
                    new Contact.Details(
                            person.name.strip(),
                            person.email.strip(),
                            person.phone.isBlank() ? null : person.phone.strip(),
                            Contact.Role.AP_CLERK,
                            null));
        }
        String text =
                who.isEmpty() ? "Says that it is not for them." : "Says that it is for somebody else: " + who + ".";
        askVendor.ask(payer, null, text + (isNamed ? " Recorded as a contact, not verified." : "") + said(words));
    }

    private static String said(String words) {
        return words.isBlank() ? "" : " They write: " + words.strip();
    }
}
