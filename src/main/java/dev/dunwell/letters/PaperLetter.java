package dev.dunwell.letters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter on paper in a list.
 *
 * @param address lines below the names
 * @param batchId the batch it was printed in, null while it waits
 */
public record PaperLetter(
        long messageId,
        long customerId,
        String customerNumber,
        String customerName,
        String template,
        List<String> items,
        String address,
        String state,
        @Nullable Long batchId) {

    /** {@code Final notice}. */
    public String title() {
        String words = template.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Where it goes: the address without its street. */
    public String place() {
        return String.join(", ", address.lines().skip(1).toList());
    }
}
