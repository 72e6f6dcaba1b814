package dev.dunwell.messaging;

/**
 * A text as it is written.
 *
 * @param version 0 as shipped, else the organisation's own, from 1
 */
public record Text(TextKey key, int version, String source) {

    public boolean isShipped() {
        return version == 0;
    }
}
