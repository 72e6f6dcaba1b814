package dev.dunwell.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Asked when the words of mails are written that take copies along: which files go with them? Messaging does not know
 * invoices; who does implements this.
 */
public interface Enclosures {

    /** @return for each message with something on file; the others are absent */
    Map<Long, Enclosed> of(Collection<Long> messageIds);

    /**
     * What goes with one message.
     *
     * @param attached what the files show, as the letter calls it
     * @param onRequest what is on file and goes not with it, because all of it would be too much for a mail
     */
    record Enclosed(List<Enclosure> files, List<String> attached, List<String> onRequest) {

        static final Enclosed NOTHING = new Enclosed(List.of(), List.of(), List.of());

        public Enclosed {
            files = List.copyOf(files);
            attached = List.copyOf(attached);
            onRequest = List.copyOf(onRequest);
        }

        /** What the letter says of it, in its language; empty when there is nothing to say. */
        String words(Wording wording) {
            String sent =
                    attached.isEmpty() ? "" : wording.word("copiesAttached").replace("{0}", wording.list(attached));
            String others =
                    onRequest.isEmpty() ? "" : wording.word("copiesOnRequest").replace("{0}", wording.list(onRequest));
            return (sent + " " + others).strip();
        }
    }
}
