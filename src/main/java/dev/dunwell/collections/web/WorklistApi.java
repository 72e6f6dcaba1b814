package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Queue;
import dev.dunwell.collections.Worklist;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom to contact, when and why. */
@RestController
class WorklistApi {

    private final Worklist worklist;

    WorklistApi(Worklist worklist) {
        this.worklist = worklist;
    }

    record Entry(
            String customer,
            String name,
            String level,
            String why,
            String next,
            List<Debt> debts,
            long daysOverdue,
            @Nullable LocalDate lastContactOn) {

        static Entry of(Worklist.Row row, LocalDate today) {
            return new Entry(
                    row.number(),
                    row.name(),
                    row.level().name().toLowerCase(Locale.ROOT),
                    row.why(),
                    row.nextStep(),
                    row.debts().stream().map(Debt::of).toList(),
                    row.daysOverdue(today),
                    row.lastContactOn());
        }
    }

    record Debt(String currency, BigDecimal open, BigDecimal overdue) {
        static Debt of(Worklist.Debt debt) {
            return new Debt(
                    debt.open().currency().getCurrencyCode(),
                    debt.open().amount(),
                    debt.overdue().amount());
        }
    }

    @Operation(summary = "The worklist, most urgent first: who, why, how much, and the next step")
    @GetMapping("/api/v1/worklist")
    List<Entry> worklist(
            Caller caller,
            @RequestParam @Nullable LocalDate on,
            @RequestParam(defaultValue = "false") boolean oldestFirst,
            @RequestParam @Nullable Integer untouchedDays) {
        LocalDate day = on == null ? caller.today() : on;
        Queue queue = Queue.of(day)
                .in(oldestFirst ? Queue.Order.OLDEST : Queue.Order.AT_RISK)
                .untouched(untouchedDays);
        return worklist.rows(queue, Worklist.After.NOTHING, 200).stream()
                .map(row -> Entry.of(row, day))
                .toList();
    }
}
