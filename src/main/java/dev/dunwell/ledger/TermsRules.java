package dev.dunwell.ledger;

import dev.dunwell.kernel.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Refuses terms that two readers could read differently, with every problem named at once: three things must be said
 * (when it is due, how one may pay, what late payment costs), and nothing may contradict another.
 *
 * <p>More than 60 days need an express agreement where a statute counts (Directive 2011/7/EU, article 3 (5); Late
 * Payment of Commercial Debts (Interest) Act 1998, section 4 (3A)); in Spain they cannot be agreed at all (Ley 3/2004,
 * article 4 (3)).
 */
public final class TermsRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONG_TIME = 60;
    private static final int MOST_GRACE = 60;

    private final TermsDraft draft;
    private final List<Problem> problems = new ArrayList<>();

    private TermsRules(TermsDraft draft) {
        this.draft = draft;
    }

    /** Everything that is wrong with it, by its field; empty when it can be agreed. */
    public static List<Problem> problems(TermsDraft draft) {
        var rules = new TermsRules(draft);
        rules.required();
        rules.instalments();
        rules.discounts();
        rules.interest();
        rules.fees();
        rules.longTime();
        return List.copyOf(rules.problems);
    }

    private void required() {
        refuse(draft.due() == null, "due", "Say when it is due, such as net 30.");
        refuse(draft.methods().isEmpty(), "methods", "Accept at least one way to pay.");
        refuse(
                draft.penalties() == null,
                "late",
                "Say what late payment costs; that it costs nothing is an answer too.");
    }

    private void instalments() {
        if (draft.due() instanceof DueRule.Instalments parts) {
            BigDecimal all = parts.percentInAll();
            refuse(
                    all.compareTo(HUNDRED) != 0,
                    "due",
                    "The parts make " + all.toPlainString() + " %. Make them 100 %.");
            refuse(
                    parts.shares().stream().anyMatch(part -> part.percent().signum() == 0),
                    "due",
                    "A part of 0 % is none. Take it out.");
        }
    }

    private void discounts() {
        refuse(outside(draft.discountGraceDays(), MOST_GRACE), "discountGraceDays", "Grace is 0 to 60 days.");
        DiscountStep before = null;
        for (DiscountStep step : draft.discounts()) {
            refuse(
                    !isPercent(step.percent()),
                    "discounts",
                    "A discount of " + step.percent().toPlainString() + " % is none: give more than 0, less than 100.");
            refuse(
                    before != null && step.days() <= before.days(),
                    "discounts",
                    "The windows overlap: give each step a later day than the one before.");
            refuse(
                    before != null && step.percent().compareTo(before.percent()) >= 0,
                    "discounts",
                    "Paying later would not cost more: let the discount fall from step to step.");
            before = step;
        }
        if (before != null && draft.due() != null && before.days() > draft.due().shortestDays()) {
            refuse(
                    true,
                    "discounts",
                    "The window of %d days ends after the due date, which may come after %d days. Shorten one."
                            .formatted(before.days(), draft.due().shortestDays()));
        }
    }

    private void interest() {
        Penalties penalties = draft.penalties();
        if (penalties != null) {
            refuse(outside(penalties.graceDays(), 365), "lateGraceDays", "Grace is 0 to 365 days.");
            Penalties.Interest interest = penalties.interest();
            refuse(
                    interest != null && !isPercent(interest.percent()),
                    "interestPercent",
                    "Give a rate above 0 and below 100 %.");
            refuse(
                    interest != null && penalties.regime() != Regime.NONE && penalties.prevails() == null,
                    "prevails",
                    "Contract and statute both set interest. Say which prevails.");
        }
    }

    private void fees() {
        Set<Integer> stages = new HashSet<>();
        for (LateFee fee : draft.penalties() == null
                ? List.<LateFee>of()
                : draft.penalties().fees()) {
            refuse(!stages.add(fee.stage()), "fees", "Stage " + fee.stage() + " has two fees. Give it one.");
            refuse(
                    fee.amount().signum() == 0 || fee.isPercent() && !isPercent(fee.amount()),
                    "fees",
                    "Give a fee above zero, and a percentage below 100.");
        }
    }

    private void longTime() {
        Regime regime =
                draft.penalties() == null ? Regime.NONE : draft.penalties().regime();
        if (draft.due() != null && regime != Regime.NONE && draft.due().longestDays() > LONG_TIME) {
            refuse(
                    regime == Regime.ES,
                    "due",
                    "In Spain more than 60 days cannot be agreed (Ley 3/2004, article 4). Shorten them.");
            refuse(
                    regime != Regime.ES && !draft.longTimeAgreed(),
                    "longTimeAgreed",
                    "This can give %d days; between businesses more than 60 need an express agreement. Tick it or shorten."
                            .formatted(draft.due().longestDays()));
        }
    }

    private void refuse(boolean isWrong, String field, String message) {
        if (isWrong) {
            problems.add(new Problem(0, field, message));
        }
    }

    private static boolean isPercent(BigDecimal percent) {
        return percent.signum() > 0 && percent.compareTo(HUNDRED) < 0;
    }

    private static boolean outside(int days, int most) {
        return days < 0 || days > most;
    }
}
