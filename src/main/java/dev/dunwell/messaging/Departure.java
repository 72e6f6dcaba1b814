package dev.dunwell.messaging;

import dev.dunwell.archive.Archive;
import java.util.List;

/**
 * A due message and the mail it became.
 *
 * @param kept its words as they are written down: without the key of the payer's door, which the mail carries
 * @param enclosures what goes with it; fetched when it leaves, so that many may wait
 */
record Departure(DueMessage message, Letter kept, OutgoingMail mail, List<Enclosure> enclosures) {

    long id() {
        return message.id();
    }

    /** The mail with all that goes with it. */
    OutgoingMail whole(Archive archive) {
        return enclosures.isEmpty()
                ? mail
                : mail.with(enclosures.stream()
                        .map(each -> new Attachment(each.fileName(), each.mediaType(), archive.bytes(each.hash())))
                        .toList());
    }

    /** In bytes, of its enclosures. */
    long size() {
        return enclosures.stream().mapToLong(Enclosure::size).sum();
    }
}
