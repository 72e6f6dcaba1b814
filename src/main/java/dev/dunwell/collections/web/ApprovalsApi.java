package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.ApprovalRule;
import dev.dunwell.collections.Approvals;
import dev.dunwell.collections.Approvals.Waiting;
import dev.dunwell.collections.ChangeApprovalRule;
import dev.dunwell.collections.DecideMails;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mails that wait for a yes, for programs. */
@RestController
class ApprovalsApi {

    private final Approvals approvals;
    private final DecideMails decideMails;
    private final ChangeApprovalRule changeRule;

    ApprovalsApi(Approvals approvals, DecideMails decideMails, ChangeApprovalRule changeRule) {
        this.approvals = approvals;
        this.decideMails = decideMails;
        this.changeRule = changeRule;
    }

    record AmountJson(BigDecimal amount, String currency) {}

    /**
     * A mail that waits.
     *
     * @param customer the customer's number
     * @param reason why it waits
     * @param refusal why this caller may not decide; missing when they may
     */
    record WaitingJson(
            String customer,
            String name,
            int stage,
            String reason,
            LocalDate since,
            List<String> invoices,
            List<AmountJson> amounts,
            @Nullable String refusal) {}

    /**
     * A yes or a no.
     *
     * @param customers their numbers
     * @param answer approve, hold for two weeks, or manual: a person decides each contact from now on
     * @param why needed for a no
     */
    record AnswerJson(
            @Nullable List<String> customers,
            @Nullable String answer,
            @Nullable String why) {}

    /** @param collectorUpTo in the organisation's currency; null leaves all to credit managers */
    record RuleJson(@Nullable BigDecimal collectorUpTo) {}

    @Operation(summary = "The mails that wait for a person's yes, the most advanced stage first")
    @GetMapping("/api/v1/approvals")
    List<WaitingJson> waiting(Caller caller) {
        ApprovalRule rule = approvals.rule(caller.organisation().currency());
        return approvals.waiting(caller.today()).stream()
                .map(each -> json(each, rule.refusal(caller, each)))
                .toList();
    }

    @Operation(summary = "Let mails go that wait, hold them, or leave the customers to a person; all of them or none")
    @PostMapping("/api/v1/approvals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(Caller caller, @RequestBody AnswerJson answer) {
        Map<String, Long> ids = approvals.waiting(caller.today()).stream()
                .collect(Collectors.toMap(Waiting::customer, Waiting::customerId));
        List<Long> chosen = new ArrayList<>();
        for (String number : Objects.requireNonNullElse(answer.customers, List.<String>of())) {
            Long id = ids.get(number);
            if (id == null) {
                throw BadInput.in("customers", "No mail to %s waits for a yes.".formatted(number));
            }
            chosen.add(id);
        }
        decideMails.decide(
                caller,
                chosen,
                DecideMails.Answer.of(Objects.requireNonNullElse(answer.answer, "")),
                Objects.requireNonNullElse(answer.why, ""));
    }

    @Operation(summary = "Who decides about mails that wait: up to which amount collectors do, for their own customers")
    @GetMapping("/api/v1/approvals/rule")
    RuleJson rule(Caller caller) {
        Money most = approvals.rule(caller.organisation().currency()).collectorUpTo();
        return new RuleJson(most == null ? null : most.amount());
    }

    @Operation(summary = "Say who decides about mails that wait")
    @PutMapping("/api/v1/approvals/rule")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rule(Caller caller, @RequestBody RuleJson rule) {
        BigDecimal most = rule.collectorUpTo;
        Currency currency = caller.organisation().currency();
        try {
            changeRule.change(caller, most == null ? null : Money.of(most, currency));
        } catch (IllegalArgumentException e) {
            throw BadInput.in("collectorUpTo", "Give an amount with no more decimals than %s has.".formatted(currency));
        }
    }

    private static WaitingJson json(Waiting mail, @Nullable String refusal) {
        return new WaitingJson(
                mail.customer(),
                mail.name(),
                mail.stage().number(),
                mail.reason(),
                mail.since(),
                mail.invoices(),
                mail.amounts().stream()
                        .map(amount -> new AmountJson(
                                amount.amount(), amount.currency().getCurrencyCode()))
                        .toList(),
                refusal);
    }
}
