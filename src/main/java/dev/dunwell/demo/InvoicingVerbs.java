package dev.dunwell.demo;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Role;
import dev.dunwell.invoicing.Buyer;
import dev.dunwell.invoicing.ChangeBuyer;
import dev.dunwell.invoicing.ChangeSeller;
import dev.dunwell.invoicing.Party;
import dev.dunwell.invoicing.Seller;
import dev.dunwell.ledger.Customer;
import dev.dunwell.payments.BankAccount;
import dev.dunwell.payments.ChangeBankAccount;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who issues invoices and to whom, as the law wants to read it on them. */
@Component
class InvoicingVerbs implements Verb.Source {

    private final Names names;
    private final ChangeSeller changeSeller;
    private final ChangeBuyer changeBuyer;
    private final ChangeBankAccount changeBankAccount;

    InvoicingVerbs(
            Names names, ChangeSeller changeSeller, ChangeBuyer changeBuyer, ChangeBankAccount changeBankAccount) {
        this.names = names;
        this.changeSeller = changeSeller;
        this.changeBuyer = changeBuyer;
        this.changeBankAccount = changeBankAccount;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(
                new Verb("seller \"STREET\" POSTCODE TOWN VAT \"PERSON\" EMAIL iban IBAN bic BIC", this::seller),
                new Verb("buyer CUSTOMER COUNTRY \"STREET\" POSTCODE TOWN vat VAT", this::buyer));
    }

    /** From now on the organisation issues its own invoices, to be paid into this account. */
    private void seller(Scene scene, Words words) {
        Organisation organisation = scene.organisation();
        var address = address(words, Objects.requireNonNullElse(organisation.country(), "DE"));
        String vatId = words.next("VAT");
        var person = new Party.Person(words.next("PERSON"), "", words.next("EMAIL"));
        String iban = after(words, "iban");
        String bic = after(words, "bic");
        words.checkNoneLeft();
        var party = new Party(organisation.name(), address, vatId, "", Party.Endpoint.NONE, person);
        var look = new Seller.Look(Map.of("en", "Thank you for your order.", "de", "Vielen Dank für Ihren Auftrag."));
        changeSeller.change(scene.actor(), new Seller(true, party, "MI", "", look));
        var caller = new Caller(organisation, scene.actor(), Role.ADMINISTRATOR, null, scene.today());
        changeBankAccount.change(
                caller, BankAccount.withRf(organisation.currency(), organisation.name(), iban, bic, scene.today()));
    }

    private void buyer(Scene scene, Words words) {
        Customer customer = names.customer(words);
        String country = words.next("COUNTRY");
        var address = address(words, country);
        String vatId = after(words, "vat");
        words.checkNoneLeft();
        var party = new Party(customer.name(), address, vatId, "", Party.Endpoint.NONE, Party.Person.NOBODY);
        changeBuyer.change(
                scene.actor(), new Buyer(customer.id(), party, "", Set.of(), Buyer.Form.FACTUR_X, Buyer.Delivery.MAIL));
    }

    private static Party.Address address(Words words, String country) {
        return new Party.Address(words.next("STREET"), words.next("POSTCODE"), words.next("TOWN"), country);
    }

    private static String after(Words words, String keyword) {
        words.expect(keyword);
        return words.next(keyword.toUpperCase(Locale.ROOT));
    }
}
