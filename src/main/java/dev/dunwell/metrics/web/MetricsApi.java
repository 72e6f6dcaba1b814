package dev.dunwell.metrics.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.ledger.Viewpoint;
import dev.dunwell.metrics.Alert;
import dev.dunwell.metrics.Alerts;
import dev.dunwell.metrics.Books;
import dev.dunwell.metrics.Catalogue;
import dev.dunwell.metrics.KeepBook;
import dev.dunwell.metrics.Measure;
import dev.dunwell.metrics.Metric;
import dev.dunwell.metrics.RaiseAlerts;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The metrics for programs. */
@RestController
class MetricsApi {

    private final Measure measure;
    private final Alerts alerts;
    private final KeepBook keepBook;
    private final RaiseAlerts raiseAlerts;
    private final Knowledge knowledge;

    MetricsApi(Measure measure, Alerts alerts, KeepBook keepBook, RaiseAlerts raiseAlerts, Knowledge knowledge) {
        this.measure = measure;
        this.alerts = alerts;
        this.keepBook = keepBook;
        this.raiseAlerts = raiseAlerts;
        this.knowledge = knowledge;
    }

    /** @param currency null where the metric is no matter of currencies */
    record Line(@Nullable String currency, List<MetricJson.Point> points) {}

    /** @param lines one for each currency, the latest point last; empty for what has a page of its own */
    record Series(
            MetricJson metric, LocalDate asOf, @Nullable Instant knownAt, List<Line> lines) {}

    /** @param customer the id of the customer it is about, else null */
    record AlertJson(
            long id,
            String kind,
            @Nullable Long customer,
            LocalDate raisedOn,
            String evidence,
            String proposal,
            @Nullable String acknowledgedBy,
            @Nullable LocalDate snoozedUntil) {

        static AlertJson of(Alert alert) {
            return new AlertJson(
                    alert.id(),
                    alert.kind().name().toLowerCase(Locale.ROOT),
                    alert.customerId(),
                    alert.raisedOn(),
                    alert.evidence(),
                    alert.proposal(),
                    alert.acknowledgedBy(),
                    alert.snoozedUntil());
        }
    }

    @Operation(summary = "Every metric: its name, formula, unit and inputs")
    @GetMapping("/api/v1/metrics")
    List<MetricJson> catalogue(Caller caller) {
        return Catalogue.all().stream().map(MetricJson::of).toList();
    }

    @Operation(summary = "A metric as of a day and of the month ends of two years before it, with what went into it")
    @GetMapping("/api/v1/metrics/{code}")
    Series series(Caller caller, @PathVariable String code, Viewpoint viewpoint, MetricAsked asked) {
        Metric metric = Catalogue.of(code);
        AsOf asOf = knowledge.see(caller, viewpoint);
        List<Line> lines =
                measure.of(metric, new Measure.Asked(asked.scope(), asOf, MetricPage.MONTHS, asked.stage())).stream()
                        .filter(line -> MetricPage.isAsked(line.currency(), asked.text(asked.currency())))
                        .map(line -> line(metric, line))
                        .toList();
        return new Series(MetricJson.of(metric), asOf.day(), asOf.knownAt(), lines);
    }

    private static Line line(Metric metric, Measure.Line line) {
        return new Line(
                line.currency() == null ? null : line.currency().getCurrencyCode(),
                line.points().stream()
                        .map(point -> MetricJson.Point.of(
                                point.from(), point.to(), point.value(), metric.unit(), line.currency()))
                        .toList());
    }

    @Operation(summary = "The alerts that last, those nobody has seen to first")
    @GetMapping("/api/v1/alerts")
    List<AlertJson> alerts(Caller caller) {
        return alerts.running(caller.today()).stream().map(AlertJson::of).toList();
    }

    @Operation(summary = "Make the kept days of the book anew, all of them, from the facts known now")
    @PostMapping("/api/v1/metrics/keep")
    Books.Kept keep(Caller caller) {
        Books.Kept kept = keepBook.keep(caller.today());
        raiseAlerts.raise(caller.organisation(), caller.today());
        return kept;
    }
}
