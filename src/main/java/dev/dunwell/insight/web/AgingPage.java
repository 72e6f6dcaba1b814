package dev.dunwell.insight.web;

import dev.dunwell.access.Caller;
import dev.dunwell.insight.Aging;
import dev.dunwell.insight.Basis;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Percents;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.ledger.Viewpoint;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Several;
import dev.dunwell.web.Slice;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How old is what is owed as of a day, in each currency, and by customer in one of them. */
@Controller
class AgingPage {

    private static final int PAGE = 50;

    private final Aging aging;

    private final Knowledge knowledge;

    AgingPage(Aging aging, Knowledge knowledge) {
        this.aging = aging;
        this.knowledge = knowledge;
    }

    @GetMapping("/aging")
    ModelAndView show(
            Caller caller,
            Viewpoint asked,
            @RequestParam(defaultValue = "due") String basis,
            @RequestParam(defaultValue = "") String buckets,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(defaultValue = "") String cursor) {
        Aging.Report report = aging.report(new Aging.Question(
                knowledge.see(caller, asked), AgingApi.buckets(caller, basis, buckets), Several.read(customer)));
        Currency drill = drill(report, currency, caller.organisation().currency());
        var view = new AgingView(
                report.asOf(),
                report.buckets(),
                report.asOf().query("basis", basis, "buckets", buckets, "customer", customer),
                customer,
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
                aging.customers(report.question(), drill, Cursor.parse(cursor, Aging.CURSOR_KEYS), PAGE);
        return new Slice<>(slice.rows().stream().map(line -> row(line, report)).toList(), slice.next());
    }

    private static AgingView.Row row(Aging.CustomerLine line, Aging.Report report) {
        var rows = new RowsAddress(report.question(), line.open().currency(), Several.written(List.of(line.number())));
        List<AgingView.Figure> figures = new ArrayList<>();
        for (int i = 0; i < line.buckets().size(); i++) {
            figures.add(new AgingView.Figure(line.buckets().get(i), rows.bucket(i)));
        }
        return new AgingView.Row(
                line.customerId(), line.number(), line.name(), figures, new AgingView.Figure(line.open(), rows.all()));
    }

    private static AgingView.CurrencyAging currency(Aging.Line line, Aging.Report report) {
        List<Money> amounts = line.buckets().stream().map(Aging.Sum::amount).toList();
        List<Integer> percents = Percents.of(amounts);
        int youngest = report.buckets().basis() == Basis.DUE ? 0 : 1;
        List<String> names = report.buckets().names();
        var rows = new RowsAddress(
                report.question(),
                line.currency(),
                Several.written(report.question().customers()));
        List<AgingView.Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            String name = names.get(i).replace('-', '–');
            buckets.add(new AgingView.Bucket(
                    Math.min(AgingView.OLDEST_BAND, youngest + i),
                    name,
                    line.buckets().get(i).count(),
                    new AgingView.Figure(amounts.get(i), rows.bucket(i)),
                    percents.get(i)));
        }
        Money credit = report.credits().stream()
                .map(Aging.Sum::amount)
                .filter(amount -> amount.currency().equals(line.currency()))
                .reduce(Money.zero(line.currency()), Money::plus);
        return new AgingView.CurrencyAging(
                buckets, line.total().count(), new AgingView.Figure(line.total().amount(), rows.all()), credit);
    }
}
