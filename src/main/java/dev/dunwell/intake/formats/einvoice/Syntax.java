package dev.dunwell.intake.formats.einvoice;

import dev.dunwell.intake.formats.xml.Element;
import org.jspecify.annotations.Nullable;

/** The ways in which an e-invoice is written down. */
enum Syntax {
    UBL_INVOICE("UBL Invoice", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"),
    UBL_CREDIT_NOTE("UBL CreditNote", "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"),
    CII("CII D16B", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"),
    /** The forerunner of 2013, older than EN 16931: no rules are known for it. */
    ZUGFERD_1("CII ZUGFeRD1", "urn:ferd:CrossIndustryDocument:invoice:1p0");

    private final String called;
    private final String namespace;

    Syntax(String called, String namespace) {
        this.called = called;
        this.namespace = namespace;
    }

    String called() {
        return called;
    }

    String namespace() {
        return namespace;
    }

    boolean isUbl() {
        return this == UBL_INVOICE || this == UBL_CREDIT_NOTE;
    }

    /** Told by the namespace of the outermost element; null for what is no e-invoice. */
    static @Nullable Syntax of(Element root) {
        for (Syntax syntax : values()) {
            if (syntax.namespace.equals(root.namespace())) {
                return syntax;
            }
        }
        return null;
    }

    /** The same place in the words of this syntax; ZUGFeRD 1.0 named its parts otherwise. */
    String path(String ubl, String cii) {
        return switch (this) {
            case UBL_INVOICE, UBL_CREDIT_NOTE -> ubl;
            case CII -> cii;
            case ZUGFERD_1 ->
                cii.replace("SupplyChainTradeTransaction", "SpecifiedSupplyChainTradeTransaction")
                        .replace("ExchangedDocumentContext", "SpecifiedExchangedDocumentContext")
                        .replace("ExchangedDocument/", "HeaderExchangedDocument/")
                        .replace("ApplicableHeaderTrade", "ApplicableSupplyChainTrade")
                        .replace("SettlementHeaderMonetary", "SettlementMonetary")
                        .replace("SpecifiedLineTrade", "SpecifiedSupplyChainTrade");
        };
    }
}
