package dev.dunwell.invoicing;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A customer as invoices name it, and what it wants of them.
 *
 * @param buyerReference what leads an invoice on its way inside the buyer, in Germany the Leitweg-ID
 * @param demands what no invoice to it may be without
 */
public record Buyer(
        long customerId, Party party, String buyerReference, Set<Demand> demands, Form form, Delivery delivery) {

    public Buyer {
        demands = Set.copyOf(demands);
    }

    /** The same, which demands this too. */
    Buyer demanding(Demand demand) {
        EnumSet<Demand> all = EnumSet.of(demand);
        all.addAll(demands);
        return new Buyer(customerId, party, buyerReference, all, form, delivery);
    }

    /** What a customer may demand. */
    public enum Demand {
        ORDER,
        BUYER_REFERENCE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In which form it wants its invoices. */
    public enum Form {
        PDF("PDF"),
        FACTUR_X("PDF with Factur-X / ZUGFeRD (EN 16931)"),
        XRECHNUNG_CII("XRechnung (CII)"),
        XRECHNUNG_UBL("XRechnung (UBL)"),
        PEPPOL("Peppol BIS Billing 3.0");

        private final String title;

        Form(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Form ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Whether Germany's rules for the public sector hold on top of EN 16931. */
        public boolean isXRechnung() {
            return this == XRECHNUNG_CII || this == XRECHNUNG_UBL;
        }

        /** Whether it travels as UBL; else as CII. */
        public boolean isUbl() {
            return this == XRECHNUNG_UBL || this == PEPPOL;
        }
    }

    /** How its invoices reach it. */
    public enum Delivery {
        MAIL("By mail"),
        PORTAL("In the portal"),
        PRINT("On paper"),
        ACCESS_POINT("Through an access point");

        private final String title;

        Delivery(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Delivery ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
