package dev.dunwell.demo;

import dev.dunwell.family.LettersTo;
import dev.dunwell.family.RelateCustomers;
import dev.dunwell.family.Relation;
import dev.dunwell.family.SendLettersTo;
import dev.dunwell.ledger.ChangeContact;
import dev.dunwell.ledger.ChangeCustomer;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customer.ContactRule;
import dev.dunwell.ledger.Customer.Profile;
import dev.dunwell.ledger.RecordContact;
import dev.dunwell.ledger.RecordCustomer;
import dev.dunwell.ledger.TermsBook;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customers of a story and the people there. */
@Component
class CustomerVerbs implements Verb.Source {

    private final Names names;
    private final TermsBook termsBook;
    private final RecordCustomer recordCustomer;
    private final ChangeCustomer changeCustomer;
    private final RecordContact recordContact;
    private final ChangeContact changeContact;
    private final SendLettersTo sendLettersTo;
    private final RelateCustomers relateCustomers;
    private final Leads leads;

    CustomerVerbs(
            Names names,
            TermsBook termsBook,
            RecordCustomer recordCustomer,
            ChangeCustomer changeCustomer,
            RecordContact recordContact,
            ChangeContact changeContact,
            SendLettersTo sendLettersTo,
            RelateCustomers relateCustomers,
            Leads leads) {
        this.names = names;
        this.termsBook = termsBook;
        this.recordCustomer = recordCustomer;
        this.changeCustomer = changeCustomer;
        this.recordContact = recordContact;
        this.changeContact = changeContact;
        this.sendLettersTo = sendLettersTo;
        this.relateCustomers = relateCustomers;
        this.leads = leads;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(
                new Verb(
                        "customer NUMBER \"NAME\" [language LANGUAGE] [terms \"TERMS\"] [owner EMAIL] [tags \"TAG, TAG\"]"
                                + " [parent CUSTOMER]|lead \"NAME\" from \"ORIGIN\" DATE [answered DATE]"
                                + " [won DATE [CUSTOMER]|lost DATE \"WHY\"]",
                        this::customer),
                new Verb(
                        "contact CUSTOMER \"NAME\" [email EMAIL] [phone \"PHONE\"] [role ROLE] [language LANGUAGE]",
                        this::contact),
                new Verb("mode CUSTOMER automatic|approve|manual|(letters self|parent|PAYER)", this::mode),
                new Verb("bounce CUSTOMER EMAIL", this::bounce));
    }

    private void customer(Scene scene, Words words) {
        if (words.skip("lead")) {
            leads.tell(scene, words);
            return;
        }
        String number = words.next("NUMBER");
        String name = words.next("NAME");
        Locale language = language(words);
        String terms = words.after("terms", "net 30");
        String owner = words.after("owner", "");
        String tags = words.after("tags", "");
        String parent = words.after("parent", "");
        words.checkNoneLeft();
        var profile = new Profile(
                parent.isEmpty() ? null : parent,
                language,
                null,
                null,
                tags.isEmpty() ? List.of() : List.of(tags.split(", *")),
                owner.isEmpty() ? null : owner,
                termsBook.named(terms),
                ContactRule.AUTOMATIC);
        recordCustomer.record(scene.actor(), number, name, profile);
    }

    private void contact(Scene scene, Words words) {
        Customer customer = names.customer(words);
        String name = words.next("NAME");
        String email = words.after("email", "");
        String phone = words.after("phone", "");
        Contact.Role role = Contact.Role.ofCode(words.after("role", "ap_clerk"));
        Locale language = language(words);
        words.checkNoneLeft();
        var details = new Contact.Details(
                name, email.isEmpty() ? null : email, phone.isEmpty() ? null : phone, role, language);
        recordContact.record(scene.actor(), customer.id(), details);
    }

    private static @Nullable Locale language(Words words) {
        String language = words.after("language", "");
        return language.isEmpty() ? null : Locale.forLanguageTag(language);
    }

    /** Its own people get the letters, its parent's, or those of a customer that pays on its behalf. */
    private void letters(Scene scene, Customer customer, Words words) {
        if (words.skip("self")) {
            sendLettersTo.set(scene.caller(), customer.id(), LettersTo.SELF);
        } else if (words.skip("parent")) {
            sendLettersTo.set(scene.caller(), customer.id(), LettersTo.PARENT);
        } else {
            long payer = names.customer(words).id();
            relateCustomers.relate(
                    scene.caller(),
                    customer.id(),
                    new RelateCustomers.Wanted(Relation.Kind.PAYER, payer, null, null, ""));
        }
        words.checkNoneLeft();
    }

    private void mode(Scene scene, Words words) {
        Customer customer = names.customer(words);
        if (words.skip("letters")) {
            letters(scene, customer, words);
            return;
        }
        ContactRule rule = ContactRule.valueOf(words.next("MODE").toUpperCase(Locale.ROOT));
        words.checkNoneLeft();
        Profile changed = customer.profile().withContactMode(rule);
        changeCustomer.change(scene.actor(), new Customer(customer.id(), customer.number(), customer.name(), changed));
    }

    private void bounce(Scene scene, Words words) {
        Customer customer = names.customer(words);
        String address = words.next("EMAIL");
        words.checkNoneLeft();
        changeContact.markBounced(scene.actor(), customer.id(), address, scene.today());
    }
}
