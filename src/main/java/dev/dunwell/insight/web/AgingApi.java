package dev.dunwell.insight.web;

import dev.dunwell.access.Caller;
import dev.dunwell.insight.Aging;
import dev.dunwell.insight.Basis;
import dev.dunwell.insight.Buckets;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.ledger.Viewpoint;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Several;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How old is what is owed. */
@RestController
class AgingApi {

    private final Aging aging;
    private final Knowledge knowledge;

    AgingApi(Aging aging, Knowledge knowledge) {
        this.aging = aging;
        this.knowledge = knowledge;
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

    /** @param knownAt null: with all that is known now */
    record Answer(
            LocalDate asOf,
            @Nullable Instant knownAt,
            String basis,
            List<Bucket> buckets,
            List<Total> totals,
            List<Total> credits) {

        static Answer of(Aging.Report report) {
            List<String> names = report.buckets().names();
            List<Bucket> buckets = new ArrayList<>();
            for (Aging.Line line : report.lines()) {
                for (int i = 0; i < names.size(); i++) {
                    Aging.Sum sum = line.buckets().get(i);
                    buckets.add(new Bucket(
                            line.currency().getCurrencyCode(),
                            names.get(i),
                            sum.count(),
                            sum.amount().amount()));
                }
            }
            return new Answer(
                    report.asOf().day(),
                    report.asOf().knownAt(),
                    report.buckets().basis().code(),
                    buckets,
                    report.lines().stream().map(line -> Total.of(line.total())).toList(),
                    report.credits().stream().map(Total::of).toList());
        }
    }

    @Operation(
            summary =
                    "Open items by age in each currency, as of a day, from the due or the issue date, in buckets such as 15,30,60,"
                            + " of all customers or of some, customer=C-1,C-7")
    @GetMapping("/api/v1/aging")
    Answer aging(
            Caller caller,
            Viewpoint view,
            @RequestParam(defaultValue = "due") String basis,
            @RequestParam(defaultValue = "") String buckets,
            @RequestParam(defaultValue = "") String customer) {
        return Answer.of(aging.report(new Aging.Question(
                knowledge.see(caller, view), buckets(caller, basis, buckets), Several.read(customer))));
    }

    /** @param days the last days of the buckets, {@code 15,30,60}; empty: as the organisation has set them */
    static Buckets buckets(Caller caller, String basis, String days) {
        try {
            List<Integer> lastDays = days.isBlank()
                    ? caller.organisation().agingDays()
                    : Arrays.stream(days.strip().split("[,;\\s]+"))
                            .map(Integer::valueOf)
                            .toList();
            return new Buckets(basis(basis), lastDays);
        } catch (IllegalArgumentException e) {
            throw BadInput.in("buckets", "Write one to eight days in ascending order, such as 15,30,60.");
        }
    }

    private static Basis basis(String code) {
        try {
            return Basis.ofCode(code);
        } catch (IllegalArgumentException e) {
            throw BadInput.in("basis", "Write due, for days past due, or issued, for days since the invoice date.");
        }
    }
}
