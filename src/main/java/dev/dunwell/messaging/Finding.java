package dev.dunwell.messaging;

/**
 * What is wrong with a text, for its author.
 *
 * @param blocks whether it cannot be saved like that; else the author is asked once
 * @param line of the text, from 1; 0 for the text as a whole
 * @param message what is wrong, why, and what to do
 */
public record Finding(boolean blocks, int line, String message) {

    static Finding error(int line, String message) {
        return new Finding(true, line, message);
    }

    static Finding warning(int line, String message) {
        return new Finding(false, line, message);
    }
}
