package dev.dunwell.statements;

import dev.dunwell.access.Organisation;
import dev.dunwell.kernel.Money;
import dev.dunwell.payments.PaperTransfers;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it is printed: all that {@code statements/sheet.jte} shows.
 *
 * @param words in the customer's language
 * @param slips how to pay what is open, for each currency that has an account
 * @param replyTo where the slip of a confirmation goes; null: by post
 */
public record Sheet(
        Statement statement,
        StatementWords words,
        Letterhead letterhead,
        List<PaperTransfers.Slip> slips,
        String vendor,
        @Nullable String replyTo) {

    private static final TemplateEngine HTML = TemplateEngine.createPrecompiled(ContentType.Html);

    /** With the letterhead as it is now, in the customer's language. */
    public static Sheet of(
            Statement statement, Letterhead letterhead, PaperTransfers.Accounts accounts, Organisation organisation) {
        return new Sheet(
                statement,
                StatementWords.of(statement.language()),
                letterhead,
                slips(statement, accounts),
                organisation.name(),
                organisation.replyTo());
    }

    /** None for a confirmation, which asks for no money, and for what is not owed. */
    private static List<PaperTransfers.Slip> slips(Statement statement, PaperTransfers.Accounts accounts) {
        return statement.asked().kind() == Statement.Kind.CONFIRMATION
                ? List.of()
                : statement.sections().stream()
                        .map(Statement.Section::closing)
                        .filter(Money::isPositive)
                        .flatMap(owed ->
                                accounts.slips(statement.customerId(), owed.currency(), owed, statement.language()))
                        .toList();
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
