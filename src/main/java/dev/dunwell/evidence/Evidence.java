package dev.dunwell.evidence;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Acceptance;
import dev.dunwell.ledger.Customer;
import dev.dunwell.timeline.Entry;
import dev.dunwell.timeline.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known for a pack, as of a day.
 *
 * @param invoice the one it is about, null for all that the customer owes
 * @param story what happened, the oldest first
 */
public record Evidence(
        Customer customer,
        @Nullable Claim invoice,
        LocalDate day,
        List<Claim> claims,
        List<Entry> story,
        List<Sent> sent,
        List<Acceptance> terms,
        List<Original> originals) {

    /** An invoice: what it asks for and what of it is open. */
    public record Claim(
            long id,
            String number,
            LocalDate issuedOn,
            LocalDate dueOn,
            @Nullable String reference,
            Money amount,
            Money open) {}

    /**
     * A message as it left.
     *
     * @param journal what became of it, line by line, with the answers of the mail server
     */
    public record Sent(
            long id,
            LocalDate on,
            String template,
            String toName,
            String toAddress,
            String messageId,
            String state,
            @Nullable Instant sentAt,
            String subject,
            String text,
            String html,
            String journal) {

        /** The last line of its journal: the answer of the mail server. */
        public String proof() {
            return journal.isEmpty() ? state : journal.substring(journal.lastIndexOf('\n') + 1);
        }
    }

    /** A file from outside that is kept, {@code hash} in hexadecimal. */
    public record Original(String hash, String fileName, long size) {}

    public List<Entry> promises() {
        return only(Kind.PROMISE);
    }

    public List<Entry> disputes() {
        return only(Kind.DISPUTE);
    }

    private List<Entry> only(Kind kind) {
        return story.stream().filter(entry -> entry.kind() == kind).toList();
    }
}
