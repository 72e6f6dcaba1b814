package dev.dunwell.invoicing;

/**
 * Who sells or who buys, as the law wants to read it on an invoice. What is not known is empty.
 *
 * @param country ISO 3166
 * @param vatId with its country, {@code DE123456789}
 * @param taxNumber of the local tax office, where there is no VAT number
 * @param endpoint where electronic invoices reach it, with the scheme of its number (EAS), {@code 0088}
 */
public record Party(String name, Address address, String vatId, String taxNumber, Endpoint endpoint, Person contact) {

    /** Of whom no more is known than what they are called. */
    public static Party named(String name) {
        return new Party(name, new Address("", "", "", ""), "", "", Endpoint.NONE, Person.NOBODY);
    }

    /** Where it is. */
    public record Address(String street, String postcode, String town, String country) {

        /** Whether an invoice may bear it. */
        boolean isWhole() {
            return !street.isBlank() && !postcode.isBlank() && !town.isBlank() && !country.isBlank();
        }
    }

    /** Its electronic address. */
    public record Endpoint(String scheme, String id) {

        public static final Endpoint NONE = new Endpoint("", "");

        boolean isThere() {
            return !scheme.isBlank() && !id.isBlank();
        }
    }

    /** Whom to ask. */
    public record Person(String name, String phone, String email) {

        public static final Person NOBODY = new Person("", "", "");
    }
}
