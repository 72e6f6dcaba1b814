package dev.dunwell.invoicing;

import java.util.Locale;

/**
 * What a look at an invoice found before it leaves.
 *
 * @param because in words, with what to do
 */
public record Finding(Code code, String because) {

    /** What may be wrong. Names are stored; never rename one. */
    public enum Code {
        /** Without these an invoice does not leave. */
        SWITCHED_OFF(true),
        NO_SELLER(true),
        NO_BUYER(true),
        NO_ORDER(true),
        NO_BUYER_REFERENCE(true),
        NO_TERMS(true),
        NO_ACCOUNT(true),
        NOTHING_DUE(true),
        NO_TAX_NUMBER(true),
        NO_EXEMPTION(true),
        NO_CONTACT(true),
        NO_ENDPOINT(true),
        NO_RECIPIENT(true),
        BREAKS_RULE(true),
        /** These a person may know better. */
        DUPLICATE(false),
        UNUSUAL(false),
        ZERO_LINE(false),
        WRONG_TAX(false),
        DUE_BEFORE_ISSUE(false),
        DOES_NOT_ADD_UP(false);

        private final boolean refuses;

        Code(boolean refuses) {
            this.refuses = refuses;
        }

        /** Whether the invoice stays in the house; else somebody is asked. */
        public boolean refuses() {
            return refuses;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
