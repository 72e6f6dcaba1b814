package dev.dunwell.collections.web;

import dev.dunwell.collections.ApprovalRule;
import dev.dunwell.collections.Approvals.Waiting;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mails that wait, and who decides about them. */
public record ApprovalsView(List<Row> rows, ApprovalRule rule, Currency currency, boolean mayChangeRule) {

    /** @param refusal why this reader may not decide, null when they may */
    public record Row(Waiting mail, @Nullable String refusal) {}

    public boolean mayDecideAny() {
        return rows.stream().anyMatch(row -> row.refusal() == null);
    }

    /** What stands in the field of the rule. */
    public String most() {
        return rule.collectorUpTo() == null ? "" : rule.collectorUpTo().amount().toPlainString();
    }
}
