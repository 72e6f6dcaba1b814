package dev.dunwell.invoicing.xml;

import static dev.dunwell.invoicing.xml.Codes.amount;
import static dev.dunwell.invoicing.xml.Codes.number;
import static dev.dunwell.invoicing.xml.Codes.percent;

import dev.dunwell.agreements.Span;
import dev.dunwell.agreements.Tax;
import dev.dunwell.invoicing.Content;
import dev.dunwell.invoicing.Draft;
import dev.dunwell.invoicing.Party;
import dev.dunwell.kernel.Money;

/** A document as OASIS UBL 2.1, the syntax of Peppol BIS Billing and one of XRechnung's two. */
public final class Ubl {

    private static final String ROOT = "urn:oasis:names:specification:ubl:schema:xsd:";

    private final Content content;
    private final Profile profile;
    private final String currency;
    private final Xml xml = new Xml();

    private Ubl(Content content, Profile profile) {
        this.content = content;
        this.profile = profile;
        this.currency = content.sums().gross().currency().getCurrencyCode();
    }

    public static byte[] of(Content content, Profile profile) {
        return new Ubl(content, profile).write();
    }

    private byte[] write() {
        String root = content.isCredit() ? "CreditNote" : "Invoice";
        xml.open(
                        root,
                        "xmlns",
                        ROOT + root + "-2",
                        "xmlns:cac",
                        ROOT + "CommonAggregateComponents-2",
                        "xmlns:cbc",
                        ROOT + "CommonBasicComponents-2")
                .leaf("cbc:CustomizationID", profile.specification())
                .leaf("cbc:ProfileID", profile.process())
                .leaf("cbc:ID", content.number())
                .leaf("cbc:IssueDate", content.issuedOn().toString());
        if (content.dueOn() != null) {
            xml.leaf("cbc:DueDate", content.dueOn().toString());
        }
        xml.leaf(content.isCredit() ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode", Codes.type(content))
                .leaf("cbc:DocumentCurrencyCode", currency)
                .leaf("cbc:BuyerReference", content.references().buyer());
        period(content.references().delivered());
        references();
        party("cac:AccountingSupplierParty", content.seller(), "");
        party(
                "cac:AccountingCustomerParty",
                content.buyer(),
                content.references().customer());
        delivery();
        payment();
        taxes();
        sums();
        for (int i = 0; i < content.lines().size(); i++) {
            line(i + 1, content.lines().get(i));
        }
        return xml.close().bytes();
    }

    private void references() {
        if (!content.references().order().isEmpty()) {
            xml.open("cac:OrderReference")
                    .leaf("cbc:ID", content.references().order())
                    .close();
        }
        if (!content.references().preceding().isEmpty()) {
            xml.into("cac:BillingReference", "cac:InvoiceDocumentReference")
                    .leaf("cbc:ID", content.references().preceding())
                    .out(2);
        }
    }

    private void party(String name, Party party, String id) {
        xml.into(name, "cac:Party");
        if (party.endpoint().id().isBlank()) {
            xml.leaf("cbc:EndpointID", party.contact().email(), "schemeID", "EM");
        } else {
            xml.leaf(
                    "cbc:EndpointID",
                    party.endpoint().id(),
                    "schemeID",
                    party.endpoint().scheme());
        }
        if (!id.isBlank()) {
            xml.open("cac:PartyIdentification").leaf("cbc:ID", id).close();
        }
        xml.open("cac:PartyName").leaf("cbc:Name", party.name()).close();
        address("cac:PostalAddress", party.address());
        registration(party.vatId(), "VAT");
        registration(party.taxNumber(), "FC");
        xml.open("cac:PartyLegalEntity")
                .leaf("cbc:RegistrationName", party.name())
                .close();
        Party.Person contact = party.contact();
        if (!contact.equals(Party.Person.NOBODY)) {
            xml.open("cac:Contact")
                    .leaf("cbc:Name", contact.name())
                    .leaf("cbc:Telephone", contact.phone())
                    .leaf("cbc:ElectronicMail", contact.email())
                    .close();
        }
        xml.out(2);
    }

    private void address(String name, Party.Address address) {
        xml.open(name)
                .leaf("cbc:StreetName", address.street())
                .leaf("cbc:CityName", address.town())
                .leaf("cbc:PostalZone", address.postcode())
                .open("cac:Country")
                .leaf("cbc:IdentificationCode", address.country())
                .out(2);
    }

    private void registration(String number, String scheme) {
        if (!number.isBlank()) {
            xml.open("cac:PartyTaxScheme")
                    .leaf("cbc:CompanyID", number)
                    .open("cac:TaxScheme")
                    .leaf("cbc:ID", scheme)
                    .out(2);
        }
    }

    private void delivery() {
        xml.open("cac:Delivery")
                .leaf(
                        "cbc:ActualDeliveryDate",
                        content.references().delivered().lastDay().toString());
        if (Codes.goesAbroad(content)) {
            xml.open("cac:DeliveryLocation");
            address("cac:Address", content.buyer().address());
            xml.close();
        }
        xml.close();
    }

    private void payment() {
        Content.Payment payment = content.payment();
        if (payment != null) {
            xml.open("cac:PaymentMeans")
                    .leaf("cbc:PaymentMeansCode", Codes.means(payment, content))
                    .leaf("cbc:PaymentID", payment.reference())
                    .open("cac:PayeeFinancialAccount")
                    .leaf("cbc:ID", payment.iban())
                    .leaf("cbc:Name", payment.holder());
            if (!payment.bic().isBlank()) {
                xml.open("cac:FinancialInstitutionBranch")
                        .leaf("cbc:ID", payment.bic())
                        .close();
            }
            xml.out(2);
        }
        if (!content.terms().isEmpty()) {
            xml.open("cac:PaymentTerms")
                    .leaf("cbc:Note", Codes.terms(content, profile))
                    .close();
        }
    }

    private void taxes() {
        xml.open("cac:TaxTotal");
        money("cbc:TaxAmount", content.sums().tax());
        for (Draft.TaxSum sum : content.taxes()) {
            xml.open("cac:TaxSubtotal");
            money("cbc:TaxableAmount", sum.basis());
            money("cbc:TaxAmount", sum.amount());
            xml.open("cac:TaxCategory")
                    .leaf("cbc:ID", sum.tax().category().name())
                    .leaf("cbc:Percent", percent(sum.tax()))
                    .leaf("cbc:TaxExemptionReasonCode", Codes.exemptionCode(sum.tax()))
                    .leaf("cbc:TaxExemptionReason", Codes.exemption(content, sum.tax()))
                    .open("cac:TaxScheme")
                    .leaf("cbc:ID", "VAT")
                    .out(3);
        }
        xml.close();
    }

    private void sums() {
        xml.open("cac:LegalMonetaryTotal");
        money("cbc:LineExtensionAmount", content.sums().net());
        money("cbc:TaxExclusiveAmount", content.sums().net());
        money("cbc:TaxInclusiveAmount", content.sums().gross());
        money("cbc:PayableAmount", content.sums().gross());
        xml.close();
    }

    private void line(int at, Draft.Line line) {
        boolean isCredit = content.isCredit();
        xml.open(isCredit ? "cac:CreditNoteLine" : "cac:InvoiceLine")
                .leaf("cbc:ID", String.valueOf(at))
                .leaf(
                        isCredit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity",
                        number(line.quantity()),
                        "unitCode",
                        Codes.unit(line.unit()));
        money("cbc:LineExtensionAmount", line.amount());
        period(line.delivered());
        Tax tax = line.tax();
        xml.open("cac:Item")
                .leaf("cbc:Name", line.description())
                .open("cac:ClassifiedTaxCategory")
                .leaf("cbc:ID", tax.category().name())
                .leaf("cbc:Percent", percent(tax))
                .open("cac:TaxScheme")
                .leaf("cbc:ID", "VAT")
                .out(3);
        xml.open("cac:Price")
                .leaf("cbc:PriceAmount", number(line.unitPrice()), "currencyID", currency)
                .out(2);
    }

    private void period(Span span) {
        xml.open("cac:InvoicePeriod")
                .leaf("cbc:StartDate", span.from().toString())
                .leaf("cbc:EndDate", span.lastDay().toString())
                .close();
    }

    private void money(String name, Money money) {
        xml.leaf(name, amount(money), "currencyID", currency);
    }
}
