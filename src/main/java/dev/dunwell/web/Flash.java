package dev.dunwell.web;

import java.io.Serializable;

/**
 * What the last act came to, shown once on the next page. Put it into {@code RedirectAttributes} as flash attribute
 * {@value #ATTRIBUTE}.
 *
 * @param done true when it was done, false when it was refused
 */
public record Flash(String text, boolean done) implements Serializable {

    public static final String ATTRIBUTE = "flash";

    public static Flash done(String text) {
        return new Flash(text, true);
    }

    public static Flash refused(String text) {
        return new Flash(text, false);
    }
}
