package dev.dunwell.metrics.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.metrics.BookOfCurrency;
import dev.dunwell.metrics.Catalogue;
import dev.dunwell.metrics.Fact;
import dev.dunwell.metrics.Figures;
import dev.dunwell.metrics.Metric;
import dev.dunwell.metrics.Metric.FromBook;
import dev.dunwell.metrics.MonthStanding;
import dev.dunwell.metrics.Standing;
import dev.dunwell.metrics.Unit;
import dev.dunwell.metrics.Value;
import dev.dunwell.metrics.Window;
import dev.dunwell.web.Show;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws the pictures over time, each with its table. */
final class Trends {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MONTHS_AFTER = 6;
    private static final int SHOWN_COHORTS = 4;
    private static final List<String> STYLES = List.of("ln", "ln3", "ln2", "ln4");

    private Trends() {}

    private static List<LocalDate> days(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return Stream.concat(
                        IntStream.range(0, MetricPage.MONTHS)
                                .mapToObj(i -> month.minusMonths(MetricPage.MONTHS - (long) i)
                                        .atEndOfMonth()),
                        Stream.of(day))
                .toList();
    }

    static TrendsView.Ages ages(BookOfCurrency book, LocalDate day, Show show) {
        List<Standing> standings = days(day).stream().map(book::at).toList();
        List<String> heads = Stream.concat(FiguresView.BANDS.stream(), Stream.of("Open", "Overdue"))
                .toList();
        List<TrendsView.Line> lines = standings.reversed().stream()
                .map(each -> new TrendsView.Line(show.dayText(each.on()), cells(each, book, show)))
                .toList();
        return new TrendsView.Ages(FiguresView.ages(standings, book.currency(), show), heads, lines);
    }

    private static List<String> cells(Standing standing, BookOfCurrency book, Show show) {
        List<String> cells = new ArrayList<>();
        FiguresView.BY_DUE.forEach(fact -> cells.add(money(standing.of(fact), book, show)));
        cells.add(money(standing.of(Fact.OPEN), book, show));
        cells.add(
                standing.of(Fact.OPEN).signum() == 0
                        ? "–"
                        : show.percent(standing.overdue()
                                .multiply(HUNDRED)
                                .divide(standing.of(Fact.OPEN), 1, RoundingMode.HALF_UP)));
        return cells;
    }

    private static String money(BigDecimal minor, BookOfCurrency book, Show show) {
        return show.figure(new Money(minor.longValueExact(), book.currency()));
    }

    static TrendsView.Lines dso(BookOfCurrency book, LocalDate day, Show show) {
        List<LocalDate> days = days(day);
        List<LineChart.Series> series = new ArrayList<>();
        List<List<String>> columns = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        for (String code : List.of("dso", "dso-countback", "dso-best", "add")) {
            Metric metric = Catalogue.of(code);
            List<Value> values =
                    days.stream().map(each -> value(metric, book, each)).toList();
            List<@Nullable BigDecimal> numbers = new ArrayList<>();
            values.forEach(value -> numbers.add(value.number()));
            List<String> texts = IntStream.range(0, days.size())
                    .mapToObj(
                            i -> show.dayText(days.get(i)) + ": " + Figures.text(show, Unit.DAYS, values.get(i), null))
                    .toList();
            series.add(new LineChart.Series(metric.name(), STYLES.get(series.size()), numbers, texts));
            heads.add(metric.name());
            columns.add(values.stream()
                    .map(value -> Figures.text(show, Unit.DAYS, value, null))
                    .toList());
        }
        List<TrendsView.Line> lines = IntStream.range(0, days.size())
                .mapToObj(i -> new TrendsView.Line(
                        show.dayText(days.get(i)),
                        columns.stream().map(column -> column.get(i)).toList()))
                .toList()
                .reversed();
        return new TrendsView.Lines(LineChart.of(names(days), series, show), heads, lines);
    }

    private static Value value(Metric metric, BookOfCurrency book, LocalDate day) {
        FromBook source = (FromBook) metric.source();
        return source.formula().apply(Window.upTo(book, day, metric.months()));
    }

    private static List<String> names(List<LocalDate> days) {
        return days.stream().map(day -> FiguresView.month(day)).toList();
    }

    /** Of what was billed in each month, what was paid by the end of it and of the months after. */
    static TrendsView.Lines cohorts(BookOfCurrency book, LocalDate day, Show show) {
        List<String> heads = new ArrayList<>(List.of("Billed"));
        IntStream.rangeClosed(0, MONTHS_AFTER).forEach(i -> heads.add(i == 0 ? "Same month" : "+" + i));
        heads.add("At risk");
        List<LineChart.Series> series = new ArrayList<>();
        List<TrendsView.Line> lines = new ArrayList<>();
        YearMonth last = YearMonth.from(day).minusMonths(1);
        for (int back = 0; back < TrendsView.COHORTS; back++) {
            YearMonth month = last.minusMonths(back);
            List<@Nullable BigDecimal> paid = paid(book, month, day);
            Optional<MonthStanding> now = at(book, day, month);
            List<String> cells = new ArrayList<>();
            cells.add(money(now.map(MonthStanding::billed).orElse(BigDecimal.ZERO), book, show));
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < paid.size(); i++) {
                BigDecimal percent = paid.get(i);
                cells.add(percent == null ? "–" : show.percent(percent));
                texts.add(percent == null ? "" : show.percent(percent) + " paid " + heads.get(i + 1));
            }
            cells.add(now.filter(it -> it.matured().signum() > 0)
                    .map(it ->
                            show.percent(it.atRisk().multiply(HUNDRED).divide(it.matured(), 1, RoundingMode.HALF_UP)))
                    .orElse("–"));
            lines.add(new TrendsView.Line(month.toString(), cells));
            if (back % 3 == 0 && series.size() < SHOWN_COHORTS) {
                series.add(new LineChart.Series("Billed in " + month, STYLES.get(series.size()), paid, texts));
            }
        }
        return new TrendsView.Lines(LineChart.of(heads.subList(1, MONTHS_AFTER + 2), series, show), heads, lines);
    }

    private static List<@Nullable BigDecimal> paid(BookOfCurrency book, YearMonth month, LocalDate day) {
        List<@Nullable BigDecimal> paid = new ArrayList<>();
        for (int after = 0; after <= MONTHS_AFTER; after++) {
            LocalDate end = month.plusMonths(after).atEndOfMonth();
            MonthStanding standing =
                    end.isAfter(day) ? null : at(book, end, month).orElse(null);
            paid.add(
                    standing == null || standing.billed().signum() == 0
                            ? null
                            : standing.collected()
                                    .multiply(HUNDRED)
                                    .divide(standing.billed(), 1, RoundingMode.HALF_UP));
        }
        return paid;
    }

    private static Optional<MonthStanding> at(BookOfCurrency book, LocalDate day, YearMonth month) {
        return book.monthsAt(day).stream()
                .filter(each -> each.month().equals(month))
                .findFirst();
    }
}
