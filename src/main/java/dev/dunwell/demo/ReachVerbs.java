package dev.dunwell.demo;

import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Contacts;
import dev.dunwell.ledger.Customer;
import dev.dunwell.reach.Condition;
import dev.dunwell.reach.Conditions;
import dev.dunwell.reach.LiftCondition;
import dev.dunwell.reach.MobileNumbers;
import dev.dunwell.reach.NoteCondition;
import dev.dunwell.reach.OptOut;
import dev.dunwell.reach.OptOuts;
import dev.dunwell.reach.Places;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What stands in the way of reaching somebody in a story. */
@Component
class ReachVerbs implements Verb.Source {

    private static final int ALL = 1000;

    private final Names names;
    private final Contacts contacts;
    private final Conditions conditions;
    private final NoteCondition noteCondition;
    private final LiftCondition liftCondition;
    private final OptOuts optOuts;
    private final Places places;
    private final MobileNumbers mobileNumbers;

    ReachVerbs(
            Names names,
            Contacts contacts,
            Conditions conditions,
            NoteCondition noteCondition,
            LiftCondition liftCondition,
            OptOuts optOuts,
            Places places,
            MobileNumbers mobileNumbers) {
        this.names = names;
        this.contacts = contacts;
        this.conditions = conditions;
        this.noteCondition = noteCondition;
        this.liftCondition = liftCondition;
        this.optOuts = optOuts;
        this.places = places;
        this.mobileNumbers = mobileNumbers;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(
                new Verb("condition INVOICE|CUSTOMER KIND \"REASON\" [debit DATE]", this::condition),
                new Verb("lift CUSTOMER KIND \"WHY\"", this::lift),
                new Verb("opt-out CUSTOMER CHANNEL \"ASKED BY\" [only \"CONTACT\"]", this::optOut),
                new Verb("place CUSTOMER COUNTRY ZONE|mobile \"CONTACT\" NUMBER", this::place));
    }

    private void condition(Scene scene, Words words) {
        Names.Party party = names.party(words);
        Condition.Kind kind = Condition.Kind.ofCode(words.next("KIND"));
        String reason = words.next("REASON");
        LocalDate debitOn = words.skip("debit") ? words.date() : null;
        words.checkNoneLeft();
        noteCondition.note(
                scene.caller(), new NoteCondition.Wanted(party.customerId(), party.invoiceId(), kind, debitOn, reason));
    }

    private void lift(Scene scene, Words words) {
        Customer customer = names.customer(words);
        Condition.Kind kind = Condition.Kind.ofCode(words.next("KIND"));
        String why = words.next("WHY");
        words.checkNoneLeft();
        Condition running = conditions.running(customer.id(), scene.today(), ALL).stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow(() -> words.mistake("There is nothing of that kind to lift."));
        liftCondition.lift(scene.caller(), running.id(), why);
    }

    private void optOut(Scene scene, Words words) {
        Customer customer = names.customer(words);
        OptOut.Via channel = OptOut.Via.ofCode(words.next("CHANNEL"));
        String askedBy = words.next("ASKED BY");
        Long contact = words.skip("only") ? Long.valueOf(contact(customer, words)) : null;
        words.checkNoneLeft();
        optOuts.record(scene.caller(), customer.id(), contact, channel, askedBy);
    }

    private long contact(Customer customer, Words words) {
        String name = words.next("CONTACT");
        return contacts.of(customer.id()).stream()
                .filter(each -> each.details().name().equals(name))
                .mapToLong(Contact::id)
                .findFirst()
                .orElseThrow(() -> words.mistake("There is no such contact."));
    }

    private void mobile(Scene scene, Customer customer, Words words) {
        long contact = contact(customer, words);
        String number = words.next("NUMBER");
        words.checkNoneLeft();
        mobileNumbers.say(scene.caller(), customer.id(), contact, number);
    }

    private void place(Scene scene, Words words) {
        Customer customer = names.customer(words);
        if (words.skip("mobile")) {
            mobile(scene, customer, words);
            return;
        }
        String country = words.next("COUNTRY");
        String zone = words.next("ZONE");
        words.checkNoneLeft();
        places.say(scene.caller(), customer.id(), null, zone, country);
    }
}
