package dev.dunwell.portal;

import dev.dunwell.ledger.ChangeContact;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Contacts;
import dev.dunwell.messaging.Wording;
import dev.dunwell.reach.OptOut;
import dev.dunwell.reach.OptOuts;
import dev.dunwell.reach.PreferredDay;
import dev.dunwell.reach.PreferredDays;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a payer wants to be written to: in which language, and whether by mail at all. Asks for proof, since it decides
 * what the person of the address hears. An opt-out is the house's own; a person can see who asked for it, and when.
 */
@Component
public class ChangeWishes {

    private final Contacts contacts;
    private final ChangeContact changeContact;
    private final OptOuts optOuts;
    private final PreferredDays preferredDays;
    private final Standing standing;

    ChangeWishes(
            Contacts contacts,
            ChangeContact changeContact,
            OptOuts optOuts,
            PreferredDays preferredDays,
            Standing standing) {
        this.preferredDays = preferredDays;
        this.contacts = contacts;
        this.changeContact = changeContact;
        this.optOuts = optOuts;
        this.standing = standing;
    }

    /**
     * What holds now.
     *
     * @param noMailId the opt-out that runs, null when mail is wanted
     * @param day on which they want to be reminded, null when any will do
     */
    public record Wishes(
            Contact contact,
            @Nullable Long noMailId,
            @Nullable PreferredDay day) {}

    /** Of the person whose address the link went to; empty when they are not there any more. */
    @Transactional(readOnly = true)
    public Optional<Wishes> of(Payer payer) {
        String address = payer.session().link().toAddress();
        long customer = payer.here().customerId();
        return contacts.of(customer).stream()
                .filter(contact -> address != null
                        && address.equalsIgnoreCase(contact.details().email()))
                .findFirst()
                .map(contact -> new Wishes(
                        contact,
                        optOuts.running(customer, payer.caller().today(), 50).stream()
                                .filter(each -> each.channel() == OptOut.Via.MAIL
                                        && Objects.equals(each.contactId(), contact.id()))
                                .map(OptOut::id)
                                .findFirst()
                                .orElse(null),
                        preferredDays.of(customer).orElse(null)));
    }

    /**
     * @param language one that letters are written in
     * @param day on which they want to be reminded, null when any will do
     */
    @Transactional
    public void change(Payer payer, String language, boolean wantsMail, @Nullable PreferredDay day) {
        payer.requireProof();
        standing.count(payer);
        if (!Wording.LANGUAGES.contains(language)) {
            throw BadInput.in("language", "Choose one of the languages offered.");
        }
        Wishes now = of(payer).orElseThrow(() -> new NotFound("contact"));
        Contact.Details known = now.contact.details();
        Locale wanted = Locale.forLanguageTag(language);
        if (!wanted.equals(known.language())) {
            changeContact.change(
                    payer.caller().actor(),
                    now.contact.id(),
                    new Contact.Details(known.name(), known.email(), known.phone(), known.role(), wanted));
        }
        preferredDays.prefer(payer.caller(), payer.here().customerId(), day);
        if (wantsMail && now.noMailId != null) {
            optOuts.withdraw(payer.caller(), now.noMailId);
        } else if (!wantsMail && now.noMailId == null) {
            optOuts.record(
                    payer.caller(),
                    payer.here().customerId(),
                    now.contact.id(),
                    OptOut.Via.MAIL,
                    payer.caller().actor().name() + ", through their link");
        }
    }
}
