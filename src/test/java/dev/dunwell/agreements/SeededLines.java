package dev.dunwell.agreements;

import dev.dunwell.agreements.RecurringLine.Item;
import dev.dunwell.agreements.RecurringLine.Proration;
import dev.dunwell.agreements.RecurringLine.Term;
import dev.dunwell.agreements.RecurringLine.Timing;
import dev.dunwell.agreements.RecurringLine.Way;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What may be agreed, from a seed: every kind of recurrence, from the 31st, the 30th and the leap day, in two zones a
 * day apart, in advance and in arrears, with prices that change, indexation, pauses and ends.
 */
public final class SeededLines {

    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Pacific/Auckland"), ZoneId.of("America/Los_Angeles"));

    private SeededLines() {}

    /** A line, the kind of its recurrence as the oracle knows it, and where its days are counted. */
    public record Agreed(RecurringLine line, SlowOracle.Kind kind, ZoneId zone) {}

    /** Agreed around the beginning of a year; a line has its place in the list as id. */
    public static List<Agreed> of(Random random, int year, int count, List<String> currencies) {
        List<Agreed> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(agreed(i, year, currencies.get(random.nextInt(currencies.size())), random));
        }
        return all;
    }

    /** Five days on which nothing runs, over the leap day and a month's end. */
    public static boolean isDown(LocalDate night) {
        LocalDate down = LocalDate.of(2024, 2, 27);
        return !night.isBefore(down) && night.isBefore(down.plusDays(5));
    }

    private static Agreed agreed(int id, int year, String currency, Random random) {
        LocalDate begin = LocalDate.of(year, 1, 1);
        LocalDate anchor = anchor(id % 10, begin, random);
        var item = new Item(
                "Service " + id,
                new BigDecimal(random.nextInt(1, 2000)).movePointLeft(2),
                "unit",
                Currency.getInstance(currency),
                "S19");
        SlowOracle.Kind kind = kind(id % 10, anchor);
        LocalDate first = anchor.plusDays(random.nextInt(120));
        var line = new RecurringLine(
                id,
                item,
                Recurrence.parse(kind.rule(), anchor),
                new Way(Timing.values()[random.nextInt(2)], Proration.values()[random.nextInt(4) / 3]),
                new Term(first, random.nextInt(3) == 0 ? first.plusDays(200 + random.nextInt(700)) : null),
                first,
                prices(anchor, random),
                random.nextInt(3) == 0 ? index(begin, random) : null,
                pauses(begin, random));
        return new Agreed(line, kind, ZONES.get(id % 2));
    }

    private static LocalDate anchor(int kind, LocalDate begin, Random random) {
        return switch (kind) {
            case 0 -> begin.minusDays(1);
            case 1 -> LocalDate.of(2020, 2, 29);
            case 5 -> begin.minusMonths(2).with(TemporalAdjusters.lastDayOfMonth());
            case 6 -> begin.minusMonths(1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.TUESDAY));
            case 7 -> begin.minusMonths(3);
            case 8 -> begin.minusDays(2);
            default -> begin.minusDays(random.nextInt(40));
        };
    }

    private static SlowOracle.Kind kind(int kind, LocalDate anchor) {
        return switch (kind) {
            case 1 -> SlowOracle.Kind.months(anchor, 12);
            case 2 -> SlowOracle.Kind.months(anchor, 3);
            case 3 -> SlowOracle.Kind.weeks(anchor, 2);
            case 4 -> SlowOracle.Kind.days(anchor, 10);
            case 5 -> SlowOracle.Kind.lastOfMonth();
            case 6 -> SlowOracle.Kind.secondTuesday();
            case 7 -> SlowOracle.Kind.quarterDays();
            default -> SlowOracle.Kind.months(anchor, 1);
        };
    }

    private static List<UnitPrice> prices(LocalDate anchor, Random random) {
        List<UnitPrice> prices = new ArrayList<>();
        LocalDate from = anchor;
        for (int i = 0; i <= random.nextInt(4); i++) {
            prices.add(new UnitPrice(from, new BigDecimal(random.nextInt(1, 1_000_000)).movePointLeft(4)));
            from = from.plusDays(random.nextInt(1, 500));
        }
        return prices;
    }

    private static @Nullable Indexation index(LocalDate begin, Random random) {
        return new Indexation(
                new BigDecimal(random.nextInt(-20, 80)).movePointLeft(1),
                begin.plusDays(random.nextInt(400)),
                List.of(6, 12).get(random.nextInt(2)));
    }

    private static List<Span> pauses(LocalDate begin, Random random) {
        List<Span> pauses = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            LocalDate from = begin.plusDays(random.nextInt(1000));
            pauses.add(new Span(from, from.plusDays(random.nextInt(1, 90))));
        }
        return pauses;
    }
}
