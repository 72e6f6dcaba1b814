package dev.dunwell.web;

import org.jspecify.annotations.Nullable;

/**
 * A line above every page about a state that must not be forgotten, such as mail on hold or a simulated day.
 *
 * @param text one sentence: what is so, and what follows from it
 * @param action the words of the link that changes it, null when there is none for this reader
 * @param url where that link leads
 */
public record Notice(
        String text, @Nullable String action, @Nullable String url) {

    public static Notice of(String text) {
        return new Notice(text, null, null);
    }
}
