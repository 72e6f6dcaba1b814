package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Secret;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asked for the door that stands in a demand: where its payer sees what is open and answers. Messaging does not know
 * what is behind it; who does implements this. The key of a door leaves in the mail and is written down nowhere: what
 * is kept of a letter has {@value Door#HIDDEN} in its place.
 */
public interface PayerDoors {

    /**
     * The door of one message.
     *
     * @param address up to the key, {@code https://pay.example/d/}
     * @param key opens it; null on paper, where everybody who handles the letter could read it
     * @param code printed on every demand, so that its reader can ask whether it is genuine
     * @param check where they ask that, as somebody types it
     */
    record Door(String address, @Nullable Secret key, String code, String check) {

        static final String HIDDEN = "••••••••";

        /** What the letter says of it, without the key. */
        Map<String, String> words() {
            return Map.of(
                    "door", key == null ? "" : address + HIDDEN,
                    "door_code", code,
                    "door_check", check);
        }

        /** What a letter that nobody has sent yet will say of it: with neither key nor code. */
        public static Map<String, String> sample(String site) {
            return new Door(site + "/d/", Secret.link(), "••••-••••", PublicAddress.typed(site) + "/genuine").words();
        }

        /** What words of the house say that are written before there is a key. */
        public static String unopened(String site) {
            return site + "/d/" + HIDDEN;
        }

        /** The letter as it travels, with the key in its place. */
        Letter into(Letter kept) {
            if (key == null) {
                return kept;
            }
            String whole = address + key.text();
            return new Letter(
                    kept.subject(),
                    kept.text().replace(address + HIDDEN, whole),
                    kept.html().replace(address + HIDDEN, whole),
                    kept.language(),
                    kept.version());
        }
    }

    /**
     * Called in the transaction in which messages are taken to leave, also when they are tried again.
     *
     * @return the door of each message; one that is absent has none
     */
    Map<Long, Door> doors(Organisation organisation, Collection<Long> messageIds, Way way, Instant now);

    /** Whether the payers of an organisation have a door at all. */
    boolean areOpen(Organisation organisation);
}
