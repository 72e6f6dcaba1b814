package dev.dunwell.access;

import dev.dunwell.web.BadInput;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An organisation about to be founded.
 *
 * @param country ISO 3166 code for the holidays of its calendar; null: weekends only
 */
public record NewOrganisation(
        String name,
        Currency currency,
        ZoneId zone,
        Locale locale,
        @Nullable String country) {

    /**
     * Reads what a form or a program sent: {@code name}, {@code currency} EUR, {@code zone} Europe/Berlin,
     * {@code locale} de-DE, {@code country} DE or nothing.
     *
     * @throws BadInput with every field that cannot be used
     */
    public static NewOrganisation read(Map<String, ? extends @Nullable String> given) {
        var fields = new SettingFields(given);
        NewOrganisation organisation = from(fields, "name");
        fields.check();
        return organisation;
    }

    static NewOrganisation from(SettingFields fields, String name) {
        return new NewOrganisation(
                fields.name(name),
                fields.currency("currency"),
                fields.zone("zone"),
                fields.locale("locale"),
                fields.countryOrNone("country"));
    }
}
