package dev.dunwell.relations.web;

import dev.dunwell.access.Caller;
import dev.dunwell.relations.Accuracy;
import dev.dunwell.relations.Period;
import dev.dunwell.relations.SayCause;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How many invoices were right the first time, for programs. */
@RestController
class AccuracyApi {

    static final String FORMULA =
            "1 − (invoices with at least one question, dispute or error mentioned on our call) ÷ invoices issued";

    private final Accuracy accuracy;
    private final SayCause sayCause;

    AccuracyApi(Accuracy accuracy, SayCause sayCause) {
        this.accuracy = accuracy;
        this.sayCause = sayCause;
    }

    /** @param percent right the first time; null when none was issued */
    record Line(
            String part,
            String key,
            int issued,
            int wrong,
            @Nullable BigDecimal percent) {}

    /**
     * @param raised of the wrong ones how many they told us of before we asked
     * @param unnamed calls that reported an error without naming the invoice; they count for none
     */
    record Shares(
            LocalDate from, LocalDate to, LocalDate asOf, String formula, int raised, int unnamed, List<Line> lines) {}

    @Operation(summary = "Invoice accuracy: in all, by cause, line, biller, customer and month issued")
    @GetMapping("/api/v1/invoice-accuracy")
    Shares shares(Caller caller, PeriodAsked asked) {
        Period period = asked.period(caller.today());
        return new Shares(
                period.from(),
                period.to(),
                period.asOf(),
                FORMULA,
                accuracy.raisedByThem(period),
                accuracy.unnamed(period),
                accuracy.shares(period).stream()
                        .map(share -> new Line(
                                share.cut().code(), share.key(), share.issued(), share.wrong(), share.percent()))
                        .toList());
    }

    /** @param cause a deduction code, or unrelated */
    record Cause(String cause) {}

    @Operation(summary = "Say what a question about an invoice was about")
    @PostMapping("/api/v1/questions/{id}/cause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cause(Caller caller, @PathVariable long id, @RequestBody Cause asked) {
        sayCause.say(caller, id, asked.cause);
    }
}
