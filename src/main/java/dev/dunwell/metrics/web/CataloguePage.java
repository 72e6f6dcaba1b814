package dev.dunwell.metrics.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.ledger.Viewpoint;
import dev.dunwell.metrics.BookOfCurrency;
import dev.dunwell.metrics.Catalogue;
import dev.dunwell.metrics.Figures;
import dev.dunwell.metrics.Measure;
import dev.dunwell.metrics.Metric;
import dev.dunwell.metrics.Metric.Elsewhere;
import dev.dunwell.metrics.Metric.FromBook;
import dev.dunwell.metrics.Scope;
import dev.dunwell.metrics.Window;
import dev.dunwell.web.Show;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Every metric with its formula, and what it comes to where that is known at once. */
@Controller
class CataloguePage {

    private final Measure measure;
    private final Knowledge knowledge;

    CataloguePage(Measure measure, Knowledge knowledge) {
        this.measure = measure;
        this.knowledge = knowledge;
    }

    @GetMapping("/figures/metrics")
    ModelAndView show(Caller caller, Viewpoint viewpoint) {
        AsOf asOf = knowledge.see(caller, viewpoint);
        var asked = new Measure.Asked(Scope.ALL, asOf, 0, null);
        Map<Currency, BookOfCurrency> books = measure.books(true, asked);
        Currency own = caller.organisation().currency();
        BookOfCurrency book =
                books.getOrDefault(own, books.values().stream().findFirst().orElse(null));
        var show =
                new Show(caller.organisation().locale(), caller.organisation().zone(), caller.today());
        List<CatalogueView.Group> groups = Stream.of(Metric.Family.values())
                .map(family -> new CatalogueView.Group(
                        family.title(),
                        Catalogue.all().stream()
                                .filter(metric -> metric.family() == family)
                                .map(metric -> line(metric, book, asOf, show))
                                .toList()))
                .toList();
        return new ModelAndView("metrics/catalogue").addObject("view", new CatalogueView(asOf, groups));
    }

    private static CatalogueView.Line line(Metric metric, @Nullable BookOfCurrency book, AsOf asOf, Show show) {
        String value = "";
        if (book != null && metric.source() instanceof FromBook source) {
            Window window = Window.upTo(book, asOf.day(), metric.months());
            value = Figures.text(show, metric.unit(), source.formula().apply(window), book.currency());
        }
        String url = metric.source() instanceof Elsewhere it
                ? it.address()
                : "/figures/metrics/" + metric.code() + asOf.query();
        return new CatalogueView.Line(metric, value, url);
    }
}
