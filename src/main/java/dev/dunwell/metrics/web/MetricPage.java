package dev.dunwell.metrics.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.ledger.Viewpoint;
import dev.dunwell.metrics.Catalogue;
import dev.dunwell.metrics.Measure;
import dev.dunwell.metrics.Measure.Line;
import dev.dunwell.metrics.Measure.Point;
import dev.dunwell.metrics.Metric;
import dev.dunwell.metrics.Metric.Elsewhere;
import dev.dunwell.metrics.Metric.FromBook;
import dev.dunwell.metrics.Scopes;
import dev.dunwell.web.Csv;
import dev.dunwell.web.Show;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One metric over two years, of whom it is asked for, with what went into it. */
@Controller
class MetricPage {

    static final int MONTHS = 23;

    private final Measure measure;
    private final Scopes scopes;
    private final Knowledge knowledge;

    MetricPage(Measure measure, Scopes scopes, Knowledge knowledge) {
        this.measure = measure;
        this.scopes = scopes;
        this.knowledge = knowledge;
    }

    @GetMapping("/figures/metrics/{code}")
    ModelAndView show(Caller caller, @PathVariable String code, Viewpoint viewpoint, MetricAsked asked) {
        Metric metric = Catalogue.of(code);
        if (metric.source() instanceof Elsewhere it) {
            return new ModelAndView("redirect:" + it.address());
        }
        AsOf asOf = knowledge.see(caller, viewpoint);
        var show =
                new Show(caller.organisation().locale(), caller.organisation().zone(), caller.today());
        List<MetricView.Block> blocks = lines(metric, asOf, asked).stream()
                .map(line -> MetricView.block(metric, line, rows(metric, line, asOf, asked), show))
                .toList();
        var text = new MetricView.MetricAskedText(
                asked.text(asked.customer()),
                asked.text(asked.segment()),
                asked.collector() == null ? "" : asked.collector().toString(),
                asked.stage() == null ? "" : asked.stage().toString());
        return new ModelAndView("metrics/metric")
                .addObject(
                        "view",
                        new MetricView(
                                metric,
                                asOf,
                                text,
                                asked.query(asOf, "currency", asked.text(asked.currency())),
                                blocks,
                                scopes.segments(),
                                scopes.collectors()));
    }

    @Operation(summary = "A metric month end by month end over two years, as CSV; amounts in whole units")
    @GetMapping({"/figures/metrics/{code}.csv", "/api/v1/metrics/{code}.csv"})
    void download(
            Caller caller,
            @PathVariable String code,
            Viewpoint viewpoint,
            MetricAsked asked,
            HttpServletResponse response)
            throws IOException {
        Metric metric = Catalogue.of(code);
        AsOf asOf = knowledge.see(caller, viewpoint);
        String file = code + "-" + asOf.day() + ".csv";
        try (Csv csv =
                Csv.download(response, file, "metric", "currency", "from", "to", "value", "unit", "not_defined")) {
            for (Line line : lines(metric, asOf, asked)) {
                for (Point point : line.points()) {
                    csv.row(
                            code,
                            line.currency(),
                            point.from(),
                            point.to(),
                            MetricJson.number(metric.unit(), point.value().number(), line.currency()),
                            metric.unit().title(),
                            point.value().because());
                }
            }
        }
    }

    private List<Line> lines(Metric metric, AsOf asOf, MetricAsked asked) {
        return measure.of(metric, new Measure.Asked(asked.scope(), asOf, MONTHS, asked.stage())).stream()
                .filter(line -> isAsked(line.currency(), asked.text(asked.currency())))
                .toList();
    }

    static boolean isAsked(@Nullable Currency currency, String asked) {
        return asked.isEmpty() || currency == null || currency.getCurrencyCode().equals(asked);
    }

    private static String rows(Metric metric, Line line, AsOf asOf, MetricAsked asked) {
        Point latest = line.latest();
        String currency = line.currency() == null ? "" : line.currency().getCurrencyCode();
        if (metric.source() instanceof FromBook book && book.hasPage()) {
            String address = book.rows()
                    .replace("{from}", latest.from().toString())
                    .replace("{to}", latest.to().toString())
                    .replace("{currency}", currency);
            String customer = asked.text(asked.customer());
            return customer.isEmpty() ? address : address + "&customer=" + customer;
        }
        return "/figures/metrics/" + metric.code() + "/rows"
                + asked.query(
                        asOf,
                        "from",
                        latest.from().toString(),
                        "to",
                        latest.to().toString(),
                        "currency",
                        currency);
    }
}
