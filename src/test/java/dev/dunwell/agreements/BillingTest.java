package dev.dunwell.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dunwell.agreements.RecurringLine.Item;
import dev.dunwell.agreements.RecurringLine.Proration;
import dev.dunwell.agreements.RecurringLine.Term;
import dev.dunwell.agreements.RecurringLine.Timing;
import dev.dunwell.agreements.RecurringLine.Way;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BillingTest {

    private static final LocalDate BEGIN = LocalDate.of(2023, 1, 1);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static RecurringLine line(String rule, String anchor, Timing timing, Term term, List<Span> pauses) {
        var item = new Item("Care", BigDecimal.ONE, "month", Currency.getInstance("EUR"), "S19");
        return new RecurringLine(
                1,
                item,
                Recurrence.parse(rule, day(anchor)),
                new Way(timing, Proration.BY_DAY),
                term,
                term.firstDay(),
                List.of(new UnitPrice(day(anchor), new BigDecimal("310.00"))),
                null,
                pauses);
    }

    private static List<LocalDate> firstDays(String rule, String anchor, String before) {
        return Recurrence.parse(rule, day(anchor)).before(day(before)).stream()
                .map(Span::from)
                .toList();
    }

    @Test
    void what_began_on_the_31st_goes_on_at_the_end_of_short_months_and_on_the_31st_of_long_ones() {
        assertThat(firstDays("FREQ=MONTHLY", "2024-01-31", "2024-06-01"))
                .containsExactly(
                        day("2024-01-31"), day("2024-02-29"), day("2024-03-31"), day("2024-04-30"), day("2024-05-31"));
    }

    @Test
    void a_year_from_the_leap_day_begins_on_the_28th_where_there_is_none() {
        assertThat(firstDays("FREQ=YEARLY", "2024-02-29", "2028-03-01"))
                .containsExactly(
                        day("2024-02-29"), day("2025-02-28"), day("2026-02-28"), day("2027-02-28"), day("2028-02-29"));
    }

    @Test
    void a_first_part_of_a_month_costs_its_days() {
        var line = line(
                "FREQ=MONTHLY",
                "2026-01-01",
                Timing.IN_ARREARS,
                new Term(day("2026-01-22"), day("2026-02-14")),
                List.of());
        assertThat(Billing.due(line, day("2026-02-15")))
                .extracting(DuePeriod::delivered, DuePeriod::days, DuePeriod::billOn, DuePeriod::amount)
                .containsExactly(
                        tuple(new Span(day("2026-01-22"), day("2026-02-01")), 10L, day("2026-02-01"), eur("100.00")),
                        tuple(new Span(day("2026-02-01"), day("2026-02-15")), 14L, day("2026-02-15"), eur("155.00")));
    }

    @Test
    void a_pause_costs_nothing_and_a_period_that_is_all_pause_is_not_billed() {
        var pause = new Span(day("2026-01-27"), day("2026-03-01"));
        var line = line(
                "FREQ=MONTHLY", "2026-01-01", Timing.IN_ADVANCE, new Term(day("2026-01-01"), null), List.of(pause));
        assertThat(Billing.due(line, day("2026-03-01")))
                .extracting(due -> due.period().from(), DuePeriod::amount)
                .containsExactly(tuple(day("2026-01-01"), eur("260.00")), tuple(day("2026-03-01"), eur("310.00")));
    }

    @Test
    void a_rule_with_an_end_or_another_first_day_or_by_the_hour_is_refused() {
        assertThatThrownBy(() -> Recurrence.parse("FREQ=MONTHLY;COUNT=3", BEGIN))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Recurrence.parse("FREQ=HOURLY", BEGIN)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Recurrence.parse("every month", BEGIN)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Recurrence.parse("FREQ=MONTHLY;BYMONTHDAY=15", BEGIN))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("2023-01-15");
    }

    @Test
    void three_years_of_two_hundred_contracts_equal_the_walk_through_every_day() {
        List<SeededLines.Agreed> contracts =
                SeededLines.of(new Random(7), 2023, 200, List.of("EUR", "USD", "JPY", "KWD"));
        Map<Long, List<DuePeriod>> billed = new HashMap<>();
        Map<Long, LocalDate> billedUntil = new HashMap<>();
        LocalDate last = BEGIN.plusYears(3);
        for (LocalDate night = BEGIN; !night.isAfter(last); night = night.plusDays(1)) {
            Instant now = ZonedDateTime.of(night.atTime(2, 0), BERLIN).toInstant();
            if (!SeededLines.isDown(night)) {
                contracts.forEach(contract -> work(contract, now, billed, billedUntil));
            }
        }
        Instant end = ZonedDateTime.of(last.atTime(2, 0), BERLIN).toInstant();
        for (SeededLines.Agreed contract : contracts) {
            LocalDate there = end.atZone(contract.zone()).toLocalDate();
            assertThat(billed.getOrDefault(contract.line().id(), List.of()))
                    .as(contract.toString())
                    .extracting(d ->
                            new SlowOracle.Billed(d.period().from(), d.period().until(), d.billOn(), d.amount()))
                    .containsExactlyElementsOf(SlowOracle.bill(contract.line(), contract.kind(), there));
        }
        assertThat(billed.values().stream().mapToInt(List::size).sum()).isGreaterThan(5_000);
    }

    private static void work(
            SeededLines.Agreed contract,
            Instant now,
            Map<Long, List<DuePeriod>> billed,
            Map<Long, LocalDate> billedUntil) {
        RecurringLine line = contract.line();
        LocalDate until = billedUntil.getOrDefault(line.id(), line.billedUntil());
        var asKept = new RecurringLine(
                line.id(),
                line.item(),
                line.recurrence(),
                line.way(),
                line.term(),
                until,
                line.prices(),
                line.indexation(),
                line.pauses());
        for (DuePeriod due : Billing.due(asKept, now.atZone(contract.zone()).toLocalDate())) {
            billed.computeIfAbsent(line.id(), _ -> new ArrayList<>()).add(due);
            billedUntil.put(line.id(), due.delivered().until());
        }
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
