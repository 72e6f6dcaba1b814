package dev.dunwell.messaging;

/**
 * What came of one delivery.
 *
 * @param left still waiting: mail is on hold, the mail server is away, or the next try comes later
 */
public record Delivered(int sent, int failed, int unknown, int withdrawn, int left) {

    static final Delivered NOTHING = new Delivered(0, 0, 0, 0, 0);

    Delivered plus(Delivered other) {
        return new Delivered(
                sent + other.sent,
                failed + other.failed,
                unknown + other.unknown,
                withdrawn + other.withdrawn,
                left + other.left);
    }

    Delivered leaving(int waiting) {
        return new Delivered(sent, failed, unknown, withdrawn, waiting);
    }
}
