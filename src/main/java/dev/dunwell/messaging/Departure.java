package dev.dunwell.messaging;

import java.util.List;
import java.util.function.Function;

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

    /** @param file fetches what goes with it by its hash */
    OutgoingMail whole(Function<String, byte[]> file) {
        return enclosures.isEmpty()
                ? mail
                : mail.with(enclosures.stream()
                        .map(each -> new Attachment(each.fileName(), each.mediaType(), file.apply(each.hash())))
                        .toList());
    }

    /** In bytes, of its enclosures. */
    long size() {
        return enclosures.stream().mapToLong(Enclosure::size).sum();
    }
}
