package dev.dunwell.intake.formats.einvoice;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is read of an e-invoice, by the numbers of the business terms of EN 16931, with the places where UBL and CII put
 * it; where there are several the first that is filled counts.
 */
public enum Field {
    /** BT-24: the specification it follows. */
    SPECIFICATION(
            "Specification",
            "CustomizationID",
            "ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID"),
    /** BT-1. */
    NUMBER("Number", "ID", "ExchangedDocument/ID"),
    /** BT-3: 380 an invoice, 381 a credit note, 384 a corrected invoice, and others of UNTDID 1001. */
    TYPE("Type", "InvoiceTypeCode|CreditNoteTypeCode", "ExchangedDocument/TypeCode"),
    /** BT-2. */
    ISSUED("Issued", "IssueDate", "ExchangedDocument/IssueDateTime/DateTimeString"),
    /** BT-9. */
    DUE(
            "Due",
            "DueDate|PaymentMeans/PaymentDueDate",
            Paths.SETTLEMENT + "SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString"),
    /** BT-5. */
    CURRENCY("Currency", "DocumentCurrencyCode", Paths.SETTLEMENT + "InvoiceCurrencyCode"),
    /** BT-109. */
    NET("Net", "LegalMonetaryTotal/TaxExclusiveAmount", Paths.TOTALS + "TaxBasisTotalAmount"),
    /** BT-112. */
    GROSS("Gross", "LegalMonetaryTotal/TaxInclusiveAmount", Paths.TOTALS + "GrandTotalAmount"),
    /** BT-113. */
    PREPAID("Prepaid", "LegalMonetaryTotal/PrepaidAmount", Paths.TOTALS + "TotalPrepaidAmount"),
    /** BT-115. */
    PAYABLE("Payable", "LegalMonetaryTotal/PayableAmount", Paths.TOTALS + "DuePayableAmount"),
    /** BT-27. */
    SELLER(
            "Seller",
            "AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName|AccountingSupplierParty/Party/PartyName/Name",
            Paths.AGREEMENT + "SellerTradeParty/Name"),
    /** BT-44. */
    BUYER(
            "Buyer",
            "AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName|AccountingCustomerParty/Party/PartyName/Name",
            Paths.AGREEMENT + "BuyerTradeParty/Name"),
    /** BT-46. */
    BUYER_NUMBER(
            "Buyer number",
            "AccountingCustomerParty/Party/PartyIdentification/ID",
            Paths.AGREEMENT + "BuyerTradeParty/ID|" + Paths.AGREEMENT + "BuyerTradeParty/GlobalID"),
    /** BT-49. */
    BUYER_ENDPOINT(
            "Buyer endpoint",
            "AccountingCustomerParty/Party/EndpointID",
            Paths.AGREEMENT + "BuyerTradeParty/URIUniversalCommunication/URIID"),
    /** BT-48. */
    BUYER_TAX_NUMBER(
            "Buyer tax number",
            "AccountingCustomerParty/Party/PartyTaxScheme/CompanyID",
            Paths.AGREEMENT + "BuyerTradeParty/SpecifiedTaxRegistration/ID"),
    /** BT-10. */
    BUYER_REFERENCE("Buyer reference", "BuyerReference", Paths.AGREEMENT + "BuyerReference"),
    /** BT-13. */
    ORDER("Order", "OrderReference/ID", Paths.AGREEMENT + "BuyerOrderReferencedDocument/IssuerAssignedID"),
    /** BT-83. */
    PAYMENT_REFERENCE("Payment reference", "PaymentMeans/PaymentID", Paths.SETTLEMENT + "PaymentReference"),
    /** BT-84. */
    IBAN("IBAN", "PaymentMeans/PayeeFinancialAccount/ID", Paths.ACCOUNT + "IBANID|" + Paths.ACCOUNT + "ProprietaryID"),
    /** BT-20, with the lines {@code #SKONTO#…} of XRechnung as they stand. */
    TERMS("Terms", "PaymentTerms/Note", Paths.SETTLEMENT + "SpecifiedTradePaymentTerms/Description"),
    /** BT-25. */
    PRECEDING(
            "Preceding invoice",
            "BillingReference/InvoiceDocumentReference/ID",
            Paths.SETTLEMENT + "InvoiceReferencedDocument/IssuerAssignedID");

    /** The long beginnings that CII's places share. */
    private static final class Paths {
        private static final String AGREEMENT = "SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/";
        private static final String SETTLEMENT = "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/";
        private static final String TOTALS = SETTLEMENT + "SpecifiedTradeSettlementHeaderMonetarySummation/";
        private static final String ACCOUNT =
                SETTLEMENT + "SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/";
    }

    private static final Pattern BAR = Pattern.compile("\\|");

    private final String heading;
    private final String ubl;
    private final String cii;

    Field(String heading, String ubl, String cii) {
        this.heading = heading;
        this.ubl = ubl;
        this.cii = cii;
    }

    /** The name of its column. */
    public String heading() {
        return heading;
    }

    /** Where it stands in that syntax, the best place first. */
    List<String> places(Syntax syntax) {
        return Arrays.stream(BAR.split(syntax.path(ubl, cii))).toList();
    }

    boolean isDate() {
        return this == ISSUED || this == DUE;
    }
}
