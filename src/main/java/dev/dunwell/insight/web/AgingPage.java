package dev.dunwell.insight.web;

import dev.dunwell.access.Caller;
import dev.dunwell.insight.Aging;
import dev.dunwell.insight.Basis;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Percents;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How old is what is owed as of a day, in each currency, and by customer in one of them. */
@Controller
class AgingPage {

    private static final int PAGE = 50;

    private final Aging aging;

    AgingPage(Aging aging) {
        this.aging = aging;
    }

    @GetMapping("/aging")
    ModelAndView show(
            Caller caller,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "due") String basis,
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(defaultValue = "") String cursor) {
        LocalDate day = asOf == null ? caller.today() : asOf;
        Aging.Report report = aging.report(day, AgingApi.basis(basis));
        Currency drill = drill(report, currency, caller.organisation().currency());
        var view = new AgingView(
                day,
                basis,
                report.lines().stream().map(line -> currency(line, report)).toList(),
                drill.getCurrencyCode(),
                customers(report, drill, cursor),
                cursor.isEmpty());
        return new ModelAndView("insight/aging").addObject("view", view);
    }

    /** The currency asked for, else the organisation's own, else the first in which something is open. */
    private static Currency drill(Aging.Report report, String asked, Currency own) {
        List<Currency> open = report.lines().stream().map(Aging.Line::currency).toList();
        return open.stream()
                .filter(each -> each.getCurrencyCode().equals(asked))
                .findFirst()
                .orElse(open.contains(own) || open.isEmpty() ? own : open.getFirst());
    }

    private Slice<AgingView.Row> customers(Aging.Report report, Currency drill, String cursor) {
        Slice<Aging.CustomerLine> slice =
                aging.customers(report.asOf(), report.basis(), drill, Cursor.parse(cursor, Aging.CURSOR_KEYS), PAGE);
        List<AgingView.Row> rows = slice.rows().stream()
                .map(line ->
                        new AgingView.Row(line.customerId(), line.number(), line.name(), line.buckets(), line.open()))
                .toList();
        return new Slice<>(rows, slice.next());
    }

    private static AgingView.CurrencyAging currency(Aging.Line line, Aging.Report report) {
        List<Money> amounts = line.buckets().stream().map(Aging.Sum::amount).toList();
        List<Integer> percents = Percents.of(amounts);
        int youngest = report.basis() == Basis.DUE ? 0 : 1;
        List<AgingView.Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            String name = report.basis().buckets().get(i).replace('-', '–');
            buckets.add(new AgingView.Bucket(
                    youngest + i, name, line.buckets().get(i).count(), amounts.get(i), percents.get(i)));
        }
        Money credit = report.credits().stream()
                .map(Aging.Sum::amount)
                .filter(amount -> amount.currency().equals(line.currency()))
                .reduce(Money.zero(line.currency()), Money::plus);
        return new AgingView.CurrencyAging(
                buckets, line.total().count(), line.total().amount(), credit);
    }
}
