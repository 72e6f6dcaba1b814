package dev.dunwell.statements;

import dev.dunwell.access.Organisation;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it is printed: all that {@code statements/sheet.jte} shows.
 *
 * @param words in the customer's language
 * @param replyTo where the slip of a confirmation goes; null: by post
 */
public record Sheet(
        Statement statement,
        StatementWords words,
        Letterhead letterhead,
        String vendor,
        @Nullable String replyTo) {

    private static final TemplateEngine HTML = TemplateEngine.createPrecompiled(ContentType.Html);

    /** With the letterhead as it is now, in the customer's language. */
    public static Sheet of(Statement statement, Letterhead letterhead, Organisation organisation) {
        return new Sheet(
                statement,
                StatementWords.of(statement.language()),
                letterhead,
                organisation.name(),
                organisation.replyTo());
    }

    /** The whole document, for the screen and for the printer. */
    public String html() {
        var output = new StringOutput();
        HTML.render("statements/sheet.jte", this, output);
        return output.toString();
    }

    public String title() {
        return words.word(statement.asked().kind().code() + ".title");
    }

    public boolean isActivity() {
        return statement.asked().kind() == Statement.Kind.ACTIVITY;
    }

    public boolean isConfirmation() {
        return statement.asked().kind() == Statement.Kind.CONFIRMATION;
    }
}
