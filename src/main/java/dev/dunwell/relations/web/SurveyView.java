package dev.dunwell.relations.web;

import dev.dunwell.relations.Survey;
import dev.dunwell.relations.SurveyWords;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees who opens the link in the mail.
 *
 * @param survey null when the link opens nothing
 * @param link the secret in the address
 * @param isOpen whether it may be answered or changed
 * @param isThanks whether an answer was just kept
 */
public record SurveyView(
        SurveyWords words,
        @Nullable Survey survey,
        String link,
        boolean isOpen,
        boolean isThanks,
        String score,
        String comment,
        @Nullable String problem) {

    public String title() {
        return words.word("page.title");
    }
}
