package dev.dunwell.invoicing.web;

import dev.dunwell.invoicing.Party;
import java.util.Locale;
import java.util.Map;

/** Reads who sells or buys as it was typed. */
final class PartyForm {

    private PartyForm() {}

    static Party read(Map<String, String> form) {
        return new Party(
                at(form, "name"),
                new Party.Address(
                        at(form, "street"),
                        at(form, "postcode"),
                        at(form, "town"),
                        at(form, "country").toUpperCase(Locale.ROOT)),
                at(form, "vatId").replace(" ", ""),
                "",
                new Party.Endpoint(at(form, "scheme"), at(form, "endpoint")),
                Party.Person.NOBODY);
    }

    private static String at(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }
}
