package dev.dunwell.credit.web;

import dev.dunwell.access.Caller;
import dev.dunwell.credit.CreditCheck;
import dev.dunwell.credit.CreditScore;
import dev.dunwell.credit.CreditScores;
import dev.dunwell.credit.CreditStanding;
import dev.dunwell.credit.RecordCommitment;
import dev.dunwell.credit.SetCreditLimit;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Credit for order systems: may this be shipped? And the limits and figures it is judged by. */
@RestController
class CreditApi {

    private final Customers customers;
    private final CreditCheck check;
    private final CreditScores scores;
    private final SetCreditLimit setCreditLimit;
    private final RecordCommitment recordCommitment;

    CreditApi(
            Customers customers,
            CreditCheck check,
            CreditScores scores,
            SetCreditLimit setCreditLimit,
            RecordCommitment recordCommitment) {
        this.customers = customers;
        this.check = check;
        this.scores = scores;
        this.setCreditLimit = setCreditLimit;
        this.recordCommitment = recordCommitment;
    }

    /**
     * @param customer whose limit it is: the customer's own or a parent's
     * @param state within, near, over or stopped
     * @param limit null when there is none
     */
    record StandingJson(
            String customer,
            String state,
            String reason,
            String currency,
            @Nullable BigDecimal limit,
            BigDecimal open,
            BigDecimal unbilled,
            BigDecimal ordered,
            BigDecimal overdueTooLong) {

        static StandingJson of(CreditCheck.Line line) {
            CreditStanding standing = line.standing();
            Money limit = standing.exposure().limit();
            return new StandingJson(
                    line.whose().number(),
                    standing.state().code(),
                    standing.reason(),
                    standing.exposure().currency().getCurrencyCode(),
                    limit == null ? null : limit.amount(),
                    standing.exposure().open().amount(),
                    standing.exposure().unbilled().amount(),
                    standing.exposure().ordered().amount(),
                    standing.exposure().overdue().amount());
        }
    }

    /**
     * @param answer ok, warn or stop
     * @param score 0 to 100, and {@code factors} what it is made of
     */
    record CreditJson(
            String customer,
            String answer,
            String reason,
            List<StandingJson> standings,
            int score,
            List<CreditScore.Factor> factors) {}

    record LimitRequest(
            String currency,
            @Nullable BigDecimal amount,
            @Nullable LocalDate fromOn,
            String reason) {}

    /** @param kind unbilled or ordered; {@code amount} is what is outstanding in all */
    record CommitmentRequest(
            String kind,
            String currency,
            BigDecimal amount,
            @Nullable LocalDate asOf,
            String source) {}

    @Operation(
            summary = "May this customer be shipped to? Answers ok, warn or stop with the reason",
            description = "With currency and amount the answer is about one more order of that amount.")
    @GetMapping("/api/v1/customers/{number}/credit")
    CreditJson credit(
            Caller caller,
            @PathVariable String number,
            @RequestParam @Nullable String currency,
            @RequestParam @Nullable BigDecimal amount) {
        long id = find(number);
        Money order = amount == null || currency == null ? null : money(amount, currency);
        CreditCheck.Answer answer = check.of(caller.organisation(), id, caller.today(), order);
        CreditCheck.Line worst = answer.worst();
        CreditScore score = scores.of(id, caller.today());
        return new CreditJson(
                number,
                worst == null ? "ok" : worst.standing().state().answer(),
                worst == null
                        ? "Nothing is owed and no limit is set."
                        : worst.standing().reason(),
                answer.lines().stream().map(StandingJson::of).toList(),
                score.points(),
                score.factors());
    }

    @Operation(summary = "Set a credit limit from a day on; without an amount there is none from that day")
    @PostMapping("/api/v1/customers/{number}/credit-limits")
    @ResponseStatus(HttpStatus.CREATED)
    CreditJson setLimit(Caller caller, @PathVariable String number, @RequestBody LimitRequest wanted) {
        BigDecimal amount = wanted.amount;
        setCreditLimit.set(
                caller,
                find(number),
                new SetCreditLimit.Wanted(
                        currency(wanted.currency),
                        amount == null ? null : money(amount, wanted.currency),
                        wanted.fromOn,
                        wanted.reason));
        return credit(caller, number, null, null);
    }

    @Operation(summary = "Tell what is unbilled or ordered in all, as one source knows it")
    @PostMapping("/api/v1/customers/{number}/commitments")
    @ResponseStatus(HttpStatus.CREATED)
    CreditJson commit(Caller caller, @PathVariable String number, @RequestBody CommitmentRequest wanted) {
        RecordCommitment.Kind kind = Arrays.stream(RecordCommitment.Kind.values())
                .filter(each -> each.code().equals(wanted.kind))
                .findFirst()
                .orElseThrow(() -> BadInput.in("kind", "Write unbilled or ordered."));
        recordCommitment.record(
                caller,
                find(number),
                new RecordCommitment.Wanted(kind, money(wanted.amount, wanted.currency), wanted.asOf, wanted.source));
        return credit(caller, number, null, null);
    }

    private long find(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }

    private static Money money(BigDecimal amount, String currency) {
        try {
            return Money.of(amount, currency(currency));
        } catch (IllegalArgumentException e) {
            throw BadInput.in("amount", "This amount has more decimals than its currency, or is too large.");
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw BadInput.in("currency", "Write a currency as ISO 4217 has it, such as EUR.");
        }
    }
}
