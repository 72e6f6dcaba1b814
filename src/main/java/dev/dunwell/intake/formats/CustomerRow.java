package dev.dunwell.intake.formats;

import static dev.dunwell.intake.formats.Target.*;

import dev.dunwell.intake.formats.table.Text;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a file tells it; null is what the file does not say.
 *
 * @param parentNumber the number of another customer
 * @param language a language tag, {@code de} or {@code de-CH}
 * @param zone a zone of the IANA database, {@code Europe/Berlin}
 * @param tags in the order of the file, none twice
 */
public record CustomerRow(
        String number,
        String name,
        @Nullable String parentNumber,
        @Nullable String language,
        @Nullable String zone,
        @Nullable Currency currency,
        List<String> tags,
        @Nullable String ownerEmail)
        implements TypedRow {

    private static final Pattern TAG_ENDS = Pattern.compile("[,;|]");

    public CustomerRow {
        tags = List.copyOf(tags);
    }

    static @Nullable CustomerRow of(Cells cells) {
        String number = cells.needed(NUMBER, cells.number(NUMBER));
        String name = cells.needed(NAME, cells.text(NAME, Cells.NAME));
        String parent = cells.number(PARENT_NUMBER);
        if (parent != null && parent.equals(number)) {
            cells.wrong(PARENT_NUMBER, "The customer is its own parent", "clear the cell or name another customer");
        }
        String language = cells.word(LANGUAGE, Words::language, "a language", "a tag such as en, de or es");
        String zone = cells.word(ZONE, Words::zone, "a time zone", "a name such as Europe/Berlin");
        Currency currency = cells.currency(CURRENCY);
        List<String> tags = tags(cells.text(TAGS, Cells.NAME));
        String owner = cells.email(OWNER_EMAIL);
        return number == null || name == null
                ? null
                : new CustomerRow(number, name, parent, language, zone, currency, tags, owner);
    }

    private static List<String> tags(@Nullable String text) {
        return text == null
                ? List.of()
                : TAG_ENDS.splitAsStream(text)
                        .map(Text::clean)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList();
    }
}
