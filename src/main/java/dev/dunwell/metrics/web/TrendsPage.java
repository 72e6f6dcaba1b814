package dev.dunwell.metrics.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.ledger.Viewpoint;
import dev.dunwell.metrics.BookOfCurrency;
import dev.dunwell.metrics.Measure;
import dev.dunwell.metrics.Rhythm;
import dev.dunwell.metrics.Scopes;
import dev.dunwell.web.Show;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Ages, days outstanding, cohorts and the rhythm of payments over time, as pictures with their tables. */
@Controller
class TrendsPage {

    private final Measure measure;
    private final Rhythm rhythm;
    private final Scopes scopes;
    private final Knowledge knowledge;

    TrendsPage(Measure measure, Rhythm rhythm, Scopes scopes, Knowledge knowledge) {
        this.measure = measure;
        this.rhythm = rhythm;
        this.scopes = scopes;
        this.knowledge = knowledge;
    }

    @GetMapping("/figures/trends")
    ModelAndView show(Caller caller, Viewpoint viewpoint, MetricAsked asked) {
        AsOf asOf = knowledge.see(caller, viewpoint);
        Currency own = caller.organisation().currency();
        Map<Currency, BookOfCurrency> all =
                measure.books(false, new Measure.Asked(asked.scope(), asOf, MetricPage.MONTHS, null));
        Map<Currency, BookOfCurrency> byMonth =
                measure.books(true, new Measure.Asked(asked.scope(), asOf, TrendsView.COHORTS + 2, null));
        Currency currency = all.keySet().stream()
                .filter(each -> each.getCurrencyCode().equals(asked.currency()))
                .findFirst()
                .orElse(
                        all.containsKey(own) || all.isEmpty()
                                ? own
                                : all.keySet().iterator().next());
        var show =
                new Show(caller.organisation().locale(), caller.organisation().zone(), caller.today());
        var text = new MetricView.MetricAskedText(
                asked.text(asked.customer()),
                asked.text(asked.segment()),
                asked.collector() == null ? "" : asked.collector().toString(),
                "");
        return new ModelAndView("metrics/trends")
                .addObject(
                        "view",
                        new TrendsView(
                                asOf,
                                text,
                                currency,
                                List.copyOf(all.keySet()),
                                Trends.ages(of(all, currency), asOf.day(), show),
                                Trends.dso(of(all, currency), asOf.day(), show),
                                Trends.cohorts(of(byMonth, currency), asOf.day(), show),
                                HeatMap.of(rhythm.of(asked.scope(), asOf.day(), currency), currency, show),
                                scopes.segments(),
                                scopes.collectors()));
    }

    private static BookOfCurrency of(Map<Currency, BookOfCurrency> books, Currency currency) {
        BookOfCurrency book = books.get(currency);
        return book == null ? BookOfCurrency.nothing(currency) : book;
    }
}
