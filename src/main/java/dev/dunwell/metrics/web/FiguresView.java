package dev.dunwell.metrics.web;

import dev.dunwell.foresight.Forecasts.Week;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Percents;
import dev.dunwell.metrics.Alert;
import dev.dunwell.metrics.Fact;
import dev.dunwell.metrics.Figures;
import dev.dunwell.metrics.Overview;
import dev.dunwell.metrics.Standing;
import dev.dunwell.web.Show;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The overview on a screen.
 *
 * @param query the day and the currency for links, beginning with a question mark
 * @param alerts those that wait
 */
public record FiguresView(
        Overview overview,
        String query,
        List<Tile> tiles,
        List<Small> small,
        @Nullable LineChart forecast,
        StackChart ages,
        BridgeChart bridge,
        List<Alert> alerts,
        boolean mayLead) {

    static final List<Fact> BY_DUE = List.of(Fact.NOT_DUE, Fact.LATE_30, Fact.LATE_60, Fact.LATE_90, Fact.LATE_MORE);
    /** As they stand beside their colours. */
    public static final List<String> BANDS =
            List.of("Not due", "1–30 days", "31–60 days", "61–90 days", "Over 90 days");

    /** A measure in a line. */
    public record Small(String name, String value, String opens, String formula) {}

    static FiguresView of(Overview overview, String query, List<Alert> alerts, Show show, boolean mayLead) {
        String late = Figures.text(
                show, overview.of("add").metric().unit(), overview.of("add").now(), overview.currency());
        String best = Figures.text(
                show,
                overview.of("dso-best").metric().unit(),
                overview.of("dso-best").now(),
                overview.currency());
        return new FiguresView(
                overview,
                query,
                List.of(
                        Tile.of(overview, "receivables", show, query),
                        Tile.of(overview, "overdue-share", show, query),
                        Tile.of(overview, "dso", show, query)
                                .beside(overview, "dso-best", "best possible " + best + "; late money costs " + late),
                        Tile.of(overview, "cei", show, query)),
                List.of(
                        small(overview, "overdue", show, query),
                        small(overview, "collected", show, query),
                        small(overview, "written-off", show, query),
                        small(overview, "write-off-rate", show, query),
                        small(overview, "on-time-amount", show, query),
                        small(overview, "days-late-open", show, query),
                        small(overview, "cash-per-day", show, query)),
                overview.forecast().isEmpty() ? null : band(overview.forecast(), show),
                ages(overview.ages(), overview.currency(), show),
                BridgeChart.of(overview.bridge(), show),
                alerts,
                mayLead);
    }

    private static Small small(Overview overview, String code, Show show, String query) {
        Overview.Figure it = overview.of(code);
        return new Small(
                it.metric().name(),
                Figures.text(show, it.metric().unit(), it.now(), overview.currency()),
                "/figures/metrics/" + code + query,
                it.now().because() == null ? it.metric().formula() : it.now().because());
    }

    private static LineChart band(List<Week> weeks, Show show) {
        List<String> names =
                weeks.stream().map(week -> show.axisDay(week.weekOn())).toList();
        List<String> texts = weeks.stream()
                .map(week -> "week of %s: %s, in eight of ten cases %s to %s"
                        .formatted(
                                show.dayText(week.weekOn()),
                                show.text(week.expected()),
                                show.figure(week.low()),
                                show.text(week.high())))
                .toList();
        return LineChart.inBand(
                names,
                new LineChart.Series(
                        "Expected",
                        "ln",
                        amounts(weeks.stream().map(Week::expected).toList()),
                        texts),
                new LineChart.Series(
                        "Low", "ln2", amounts(weeks.stream().map(Week::low).toList()), texts),
                new LineChart.Series(
                        "High", "ln2", amounts(weeks.stream().map(Week::high).toList()), texts),
                show);
    }

    private static List<@Nullable BigDecimal> amounts(List<Money> amounts) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        amounts.forEach(amount -> values.add(amount.amount()));
        return values;
    }

    static StackChart ages(List<Standing> standings, Currency currency, Show show) {
        return StackChart.of(
                standings.stream().map(each -> stack(each, currency, show)).toList(), 0, show);
    }

    private static StackChart.Stack stack(Standing standing, Currency currency, Show show) {
        List<Money> amounts = BY_DUE.stream()
                .map(fact -> new Money(standing.of(fact).longValueExact(), currency))
                .toList();
        return new StackChart.Stack(
                month(standing.on()),
                amounts.stream().map(Money::amount).toList(),
                IntStream.range(0, amounts.size())
                        .mapToObj(i ->
                                show.dayText(standing.on()) + ", " + BANDS.get(i) + ": " + show.text(amounts.get(i)))
                        .toList());
    }

    /** {@code Jun} for a month end, {@code Jan 26} for the first of a year, {@code 23 Nov} for another day. */
    static String month(LocalDate day) {
        boolean isMonthEnd = day.equals(YearMonth.from(day).atEndOfMonth());
        String month = day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        if (!isMonthEnd) {
            return day.getDayOfMonth() + " " + month;
        }
        return day.getMonth() == Month.JANUARY ? month + " " + day.getYear() % 100 : month;
    }

    public int daysLate(LocalDate dueOn) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(dueOn, overview.asOf()));
    }

    /** An amount of the picture of ages, for its table. */
    public Money age(Standing standing, int band) {
        return new Money(standing.of(BY_DUE.get(band)).longValueExact(), overview.currency());
    }

    /** What is expected over all weeks. */
    public Money expected() {
        return overview.forecast().stream().map(Week::expected).reduce(Money.zero(overview.currency()), Money::plus);
    }

    /** How much of what is open is due or past due, in whole percent of the five ages. */
    public List<Integer> percents() {
        Standing last = overview.ages().getLast();
        return Percents.of(
                IntStream.range(0, BY_DUE.size()).mapToObj(i -> age(last, i)).toList());
    }
}
