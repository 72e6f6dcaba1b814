package dev.dunwell.invoicing.xml;

import static dev.dunwell.invoicing.xml.Codes.amount;
import static dev.dunwell.invoicing.xml.Codes.basic;
import static dev.dunwell.invoicing.xml.Codes.number;
import static dev.dunwell.invoicing.xml.Codes.percent;

import dev.dunwell.agreements.Span;
import dev.dunwell.invoicing.Content;
import dev.dunwell.invoicing.Draft;
import dev.dunwell.invoicing.Party;
import java.time.LocalDate;

/** A document as UN/CEFACT Cross Industry Invoice D16B, the syntax of Factur-X, ZUGFeRD and one of XRechnung's two. */
public final class Cii {

    private static final String[] NAMES = {
        "xmlns:rsm", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
        "xmlns:ram", "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
        "xmlns:udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"
    };

    private final Content content;
    private final Profile profile;
    private final Xml xml = new Xml();

    private Cii(Content content, Profile profile) {
        this.content = content;
        this.profile = profile;
    }

    public static byte[] of(Content content, Profile profile) {
        return new Cii(content, profile).write();
    }

    private byte[] write() {
        xml.open("rsm:CrossIndustryInvoice", NAMES).open("rsm:ExchangedDocumentContext");
        if (!profile.process().isEmpty()) {
            xml.open("ram:BusinessProcessSpecifiedDocumentContextParameter")
                    .leaf("ram:ID", profile.process())
                    .close();
        }
        xml.open("ram:GuidelineSpecifiedDocumentContextParameter")
                .leaf("ram:ID", profile.specification())
                .out(2);
        xml.open("rsm:ExchangedDocument").leaf("ram:ID", content.number()).leaf("ram:TypeCode", Codes.type(content));
        day("ram:IssueDateTime", content.issuedOn());
        xml.close().open("rsm:SupplyChainTradeTransaction");
        for (int i = 0; i < content.lines().size(); i++) {
            line(i + 1, content.lines().get(i));
        }
        agreement();
        delivery();
        settlement();
        return xml.out(2).bytes();
    }

    private void line(int at, Draft.Line line) {
        xml.open("ram:IncludedSupplyChainTradeLineItem")
                .open("ram:AssociatedDocumentLineDocument")
                .leaf("ram:LineID", String.valueOf(at))
                .close();
        xml.open("ram:SpecifiedTradeProduct")
                .leaf("ram:Name", line.description())
                .close();
        xml.into("ram:SpecifiedLineTradeAgreement", "ram:NetPriceProductTradePrice")
                .leaf("ram:ChargeAmount", number(line.unitPrice()))
                .out(2);
        xml.open("ram:SpecifiedLineTradeDelivery")
                .leaf("ram:BilledQuantity", number(line.quantity()), "unitCode", Codes.unit(line.unit()))
                .close();
        xml.into("ram:SpecifiedLineTradeSettlement", "ram:ApplicableTradeTax")
                .leaf("ram:TypeCode", "VAT")
                .leaf("ram:CategoryCode", line.tax().category().name())
                .leaf("ram:RateApplicablePercent", percent(line.tax()))
                .close();
        period(line.delivered());
        xml.open("ram:SpecifiedTradeSettlementLineMonetarySummation")
                .leaf("ram:LineTotalAmount", amount(line.amount()))
                .out(3);
    }

    private void agreement() {
        xml.open("ram:ApplicableHeaderTradeAgreement")
                .leaf("ram:BuyerReference", content.references().buyer());
        party("ram:SellerTradeParty", content.seller(), "");
        party("ram:BuyerTradeParty", content.buyer(), content.references().customer());
        if (!content.references().order().isEmpty()) {
            xml.open("ram:BuyerOrderReferencedDocument")
                    .leaf("ram:IssuerAssignedID", content.references().order())
                    .close();
        }
        xml.close();
    }

    private void party(String name, Party party, String id) {
        xml.open(name).leaf("ram:ID", id).leaf("ram:Name", party.name());
        Party.Person contact = party.contact();
        if (!contact.equals(Party.Person.NOBODY)) {
            xml.open("ram:DefinedTradeContact").leaf("ram:PersonName", contact.name());
            if (!contact.phone().isBlank()) {
                xml.open("ram:TelephoneUniversalCommunication")
                        .leaf("ram:CompleteNumber", contact.phone())
                        .close();
            }
            if (!contact.email().isBlank()) {
                xml.open("ram:EmailURIUniversalCommunication")
                        .leaf("ram:URIID", contact.email())
                        .close();
            }
            xml.close();
        }
        Party.Address address = party.address();
        xml.open("ram:PostalTradeAddress")
                .leaf("ram:PostcodeCode", address.postcode())
                .leaf("ram:LineOne", address.street())
                .leaf("ram:CityName", address.town())
                .leaf("ram:CountryID", address.country())
                .close();
        if (!party.endpoint().id().isBlank()) {
            xml.open("ram:URIUniversalCommunication")
                    .leaf(
                            "ram:URIID",
                            party.endpoint().id(),
                            "schemeID",
                            party.endpoint().scheme())
                    .close();
        }
        registration(party.taxNumber(), "FC");
        registration(party.vatId(), "VA");
        xml.close();
    }

    private void registration(String number, String scheme) {
        if (!number.isBlank()) {
            xml.open("ram:SpecifiedTaxRegistration")
                    .leaf("ram:ID", number, "schemeID", scheme)
                    .close();
        }
    }

    private void delivery() {
        xml.open("ram:ApplicableHeaderTradeDelivery");
        if (Codes.goesAbroad(content)) {
            Party.Address there = content.buyer().address();
            xml.into("ram:ShipToTradeParty", "ram:PostalTradeAddress")
                    .leaf("ram:PostcodeCode", there.postcode())
                    .leaf("ram:LineOne", there.street())
                    .leaf("ram:CityName", there.town())
                    .leaf("ram:CountryID", there.country())
                    .out(2);
        }
        xml.open("ram:ActualDeliverySupplyChainEvent");
        day("ram:OccurrenceDateTime", content.references().delivered().lastDay());
        xml.out(2);
    }

    private void settlement() {
        Content.Payment payment = content.payment();
        String currency = content.sums().gross().currency().getCurrencyCode();
        xml.open("ram:ApplicableHeaderTradeSettlement")
                .leaf("ram:PaymentReference", payment == null ? "" : payment.reference())
                .leaf("ram:InvoiceCurrencyCode", currency);
        if (payment != null) {
            means(payment);
        }
        content.taxes().forEach(this::tax);
        period(content.references().delivered());
        xml.open("ram:SpecifiedTradePaymentTerms").leaf("ram:Description", Codes.terms(content, profile));
        if (content.dueOn() != null) {
            day("ram:DueDateDateTime", content.dueOn());
        }
        xml.close();
        xml.open("ram:SpecifiedTradeSettlementHeaderMonetarySummation")
                .leaf("ram:LineTotalAmount", amount(content.sums().net()))
                .leaf("ram:TaxBasisTotalAmount", amount(content.sums().net()))
                .leaf("ram:TaxTotalAmount", amount(content.sums().tax()), "currencyID", currency)
                .leaf("ram:GrandTotalAmount", amount(content.sums().gross()))
                .leaf("ram:DuePayableAmount", amount(content.sums().gross()))
                .close();
        if (!content.references().preceding().isEmpty()) {
            xml.open("ram:InvoiceReferencedDocument")
                    .leaf("ram:IssuerAssignedID", content.references().preceding())
                    .close();
        }
        xml.close();
    }

    private void means(Content.Payment payment) {
        xml.open("ram:SpecifiedTradeSettlementPaymentMeans").leaf("ram:TypeCode", Codes.means(payment, content));
        boolean isIban = Codes.isIban(payment.iban());
        xml.open("ram:PayeePartyCreditorFinancialAccount")
                .leaf("ram:IBANID", isIban ? payment.iban() : "")
                .leaf("ram:AccountName", payment.holder())
                .leaf("ram:ProprietaryID", isIban ? "" : payment.iban())
                .close();
        if (!payment.bic().isBlank()) {
            xml.open("ram:PayeeSpecifiedCreditorFinancialInstitution")
                    .leaf("ram:BICID", payment.bic())
                    .close();
        }
        xml.close();
    }

    private void tax(Draft.TaxSum sum) {
        xml.open("ram:ApplicableTradeTax")
                .leaf("ram:CalculatedAmount", amount(sum.amount()))
                .leaf("ram:TypeCode", "VAT")
                .leaf("ram:ExemptionReason", Codes.exemption(content, sum.tax()))
                .leaf("ram:BasisAmount", amount(sum.basis()))
                .leaf("ram:CategoryCode", sum.tax().category().name())
                .leaf("ram:ExemptionReasonCode", Codes.exemptionCode(sum.tax()))
                .leaf("ram:RateApplicablePercent", percent(sum.tax()))
                .close();
    }

    private void period(Span span) {
        xml.open("ram:BillingSpecifiedPeriod");
        day("ram:StartDateTime", span.from());
        day("ram:EndDateTime", span.lastDay());
        xml.close();
    }

    private void day(String name, LocalDate day) {
        xml.open(name).leaf("udt:DateTimeString", basic(day), "format", "102").close();
    }
}
