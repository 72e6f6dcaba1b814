package dev.dunwell.invoicing;

import dev.dunwell.intake.formats.einvoice.EInvoiceCheck;
import dev.dunwell.invoicing.Buyer.Form;
import dev.dunwell.invoicing.xml.Cii;
import dev.dunwell.invoicing.xml.Profile;
import dev.dunwell.invoicing.xml.Ubl;
import java.util.List;
import java.util.stream.Collectors;

/** A document for machines, in the form that its buyer wants, held against the official rules. Pure. */
public final class EInvoices {

    private static final int MOST_TOLD = 5;

    private EInvoices() {}

    /** In the syntax and profile of the form; of a plain PDF what would be inside if it were Factur-X. */
    public static byte[] of(Content content, Form form) {
        return switch (form) {
            case PDF, FACTUR_X -> Cii.of(content, Profile.EN16931);
            case XRECHNUNG_CII -> Cii.of(content, Profile.XRECHNUNG);
            case XRECHNUNG_UBL -> Ubl.of(content, Profile.XRECHNUNG);
            case PEPPOL -> Ubl.of(content, Profile.PEPPOL);
        };
    }

    /** The rules that it breaks, each by its name and in its publisher's words; empty when it may leave. */
    static String broken(byte[] xml) {
        List<EInvoiceCheck.Broken> broken = EInvoiceCheck.broken(xml);
        return broken.stream()
                .limit(MOST_TOLD)
                .map(rule -> rule.rule() + ": " + rule.text())
                .collect(Collectors.joining(" "));
    }
}
