package dev.dunwell.intake.formats;

import static dev.dunwell.intake.formats.Target.*;

import dev.dunwell.intake.formats.table.Text;
import org.jspecify.annotations.Nullable;

/**
 * A person at a customer as a file tells it; null is what the file does not say.
 *
 * @param role {@code ap_clerk}, {@code approver}, {@code owner}, {@code cfo}, {@code escalation} or {@code other}
 * @param language a language tag, {@code de} or {@code de-CH}
 */
public record ContactRow(
        String customerNumber,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String role,
        @Nullable String language)
        implements TypedRow {

    static @Nullable ContactRow of(Cells cells) {
        String customer = cells.needed(CUSTOMER_NUMBER, cells.number(CUSTOMER_NUMBER));
        String name = cells.needed(NAME, cells.text(NAME, 200));
        String email = cells.email(EMAIL);
        String phone = cells.text(PHONE, 50);
        if (phone != null && phone.chars().noneMatch(Character::isDigit)) {
            cells.wrong(PHONE, Text.quoted(phone) + " is no telephone number", "correct it or clear it");
        }
        String role = cells.word(ROLE, Words::role, "a role", "ap_clerk, approver, owner, cfo, escalation or other");
        String language = cells.word(LANGUAGE, Words::language, "a language", "a tag such as en, de or es");
        return customer == null || name == null ? null : new ContactRow(customer, name, email, phone, role, language);
    }
}
