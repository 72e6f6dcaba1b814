package dev.dunwell.credit.web;

import dev.dunwell.credit.CreditAdvice;
import dev.dunwell.credit.CreditCheck;
import dev.dunwell.credit.CreditLimit;
import dev.dunwell.credit.CreditPolicy;
import dev.dunwell.credit.CreditReview;
import dev.dunwell.credit.CreditScore;
import dev.dunwell.credit.CreditStanding;
import dev.dunwell.credit.PaySegments;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Customer;
import dev.dunwell.web.Icon;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the credit panel and the page behind it show.
 *
 * @param history the limits, those set last first
 * @param currency what is offered in an empty form
 */
public record CreditView(
        Customer customer,
        CreditCheck.Answer answer,
        CreditPolicy policy,
        List<CreditLimit> history,
        CreditScore score,
        Judged judged,
        String currency,
        May may,
        Map<String, String> values,
        List<Problem> problems) {

    /** What its behaviour comes to: the limit and terms that suit it, its segment, the looks at its terms. */
    public record Judged(CreditAdvice advice, PaySegments.@Nullable Membership segment, List<CreditReview> reviews) {}

    /** What the reader may change. */
    public record May(boolean setLimit, boolean recordCommitment) {}

    public boolean isOwn(CreditCheck.Line line) {
        return line.whose().id() == customer.id();
    }

    public static String tone(CreditStanding standing) {
        return switch (standing.state()) {
            case WITHIN -> "good";
            case NEAR -> "warn";
            case OVER, STOPPED -> "bad";
        };
    }

    public static Icon icon(CreditStanding standing) {
        return switch (standing.state()) {
            case WITHIN -> Icon.DONE;
            case NEAR -> Icon.DEADLINE;
            case OVER -> Icon.WARNING;
            case STOPPED -> Icon.STOP;
        };
    }

    /** Of the bar, 0 to 100. */
    public static int width(CreditStanding standing) {
        return Math.min(100, standing.percent());
    }

    public String value(String field) {
        return values.getOrDefault(field, field.startsWith("currency") ? currency : "");
    }

    /** What is wrong with a field, null when nothing is. */
    public @Nullable String problem(String field) {
        return Problem.at(problems, field);
    }
}
