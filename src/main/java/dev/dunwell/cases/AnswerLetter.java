package dev.dunwell.cases;

import dev.dunwell.kernel.Money;
import dev.dunwell.statements.Letterhead;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The letter that answers a dispute, as {@code cases/answer.jte} prints it.
 *
 * @param credited null when nothing was
 */
public record AnswerLetter(
        CaseWords words,
        Letterhead letterhead,
        String vendor,
        String customer,
        LocalDate on,
        Case dispute,
        @Nullable Money credited,
        String why,
        String author) {

    private static final TemplateEngine HTML = TemplateEngine.createPrecompiled(ContentType.Html);

    String html() {
        var output = new StringOutput();
        HTML.render("cases/answer.jte", this, output);
        return output.toString();
    }

    public String number() {
        return ResolveDispute.about(dispute).number();
    }

    /** What we looked into, and what came of it. */
    public String verdict() {
        String disputed = words.amount(Objects.requireNonNull(dispute.atStake()));
        return credited == null
                ? words.word("answer.rejected", disputed)
                : words.word("answer.split", words.amount(credited), disputed);
    }
}
