package dev.dunwell.family;

import dev.dunwell.web.BadInput;
import java.util.Arrays;
import java.util.Locale;

/** Who gets the letters about a customer's invoices: its own people, or its parent's in one letter for all. */
public enum LettersTo {
    SELF,
    PARENT;

    /** The name in the database and in the API, {@code parent}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws BadInput when there is no such choice */
    public static LettersTo ofCode(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> BadInput.in("letters", "Write self, parent, or nothing for as its parent has it."));
    }
}
