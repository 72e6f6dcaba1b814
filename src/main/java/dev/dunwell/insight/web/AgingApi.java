package dev.dunwell.insight.web;

import dev.dunwell.access.Caller;
import dev.dunwell.insight.Aging;
import dev.dunwell.insight.Basis;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How old is what is owed. */
@RestController
class AgingApi {

    private final Aging aging;

    AgingApi(Aging aging) {
        this.aging = aging;
    }

    /** @param amount in major units, exact */
    record Bucket(String currency, String name, long count, BigDecimal amount) {}

    /** @param amount in major units, exact; of a credit above zero, not deducted from the total */
    record Total(String currency, long count, BigDecimal amount) {

        static Total of(Aging.Sum sum) {
            Money amount = sum.amount();
            return new Total(amount.currency().getCurrencyCode(), sum.count(), amount.amount());
        }
    }

    record Answer(LocalDate asOf, String basis, List<Bucket> buckets, List<Total> totals, List<Total> credits) {

        static Answer of(Aging.Report report) {
            List<Bucket> buckets = new ArrayList<>();
            for (Aging.Line line : report.lines()) {
                for (int i = 0; i < line.buckets().size(); i++) {
                    Aging.Sum sum = line.buckets().get(i);
                    buckets.add(new Bucket(
                            line.currency().getCurrencyCode(),
                            report.basis().buckets().get(i),
                            sum.count(),
                            sum.amount().amount()));
                }
            }
            return new Answer(
                    report.asOf(),
                    report.basis().code(),
                    buckets,
                    report.lines().stream().map(line -> Total.of(line.total())).toList(),
                    report.credits().stream().map(Total::of).toList());
        }
    }

    @Operation(summary = "Open items by age in each currency, as of a day, from the due or the issue date")
    @GetMapping("/api/v1/aging")
    Answer aging(
            Caller caller, @RequestParam @Nullable LocalDate asOf, @RequestParam(defaultValue = "due") String basis) {
        return Answer.of(aging.report(asOf == null ? caller.today() : asOf, basis(basis)));
    }

    static Basis basis(String code) {
        try {
            return Basis.ofCode(code);
        } catch (IllegalArgumentException e) {
            throw BadInput.in("basis", "Write due, for days past due, or issued, for days since the invoice date.");
        }
    }
}
