package dev.dunwell.access;

import dev.dunwell.web.BadInput;
import java.util.Map;

/** A person about to be let in. */
public record NewPerson(String name, String email, Role role) {

    /**
     * Reads what a form or a program sent: {@code name}, {@code email}, {@code role} by its code.
     *
     * @throws BadInput with every field that cannot be used
     */
    public static NewPerson read(Map<String, String> given) {
        var fields = new SettingFields(given);
        var person = new NewPerson(fields.name("name"), fields.email("email"), fields.role("role"));
        fields.check();
        return person;
    }
}
