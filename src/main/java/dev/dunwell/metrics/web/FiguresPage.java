package dev.dunwell.metrics.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.ledger.Viewpoint;
import dev.dunwell.metrics.Alerts;
import dev.dunwell.metrics.FiguresPaper;
import dev.dunwell.metrics.KeepBook;
import dev.dunwell.metrics.Oversee;
import dev.dunwell.metrics.Overview;
import dev.dunwell.metrics.RaiseAlerts;
import dev.dunwell.web.Csv;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Show;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The book as a whole on one screen, as a paper and as a file. */
@Controller
class FiguresPage {

    private final Oversee oversee;
    private final Alerts alerts;
    private final FiguresPaper paper;
    private final KeepBook keepBook;
    private final RaiseAlerts raiseAlerts;
    private final Knowledge knowledge;

    FiguresPage(
            Oversee oversee,
            Alerts alerts,
            FiguresPaper paper,
            KeepBook keepBook,
            RaiseAlerts raiseAlerts,
            Knowledge knowledge) {
        this.oversee = oversee;
        this.alerts = alerts;
        this.paper = paper;
        this.keepBook = keepBook;
        this.raiseAlerts = raiseAlerts;
        this.knowledge = knowledge;
    }

    @GetMapping("/figures")
    ModelAndView show(Caller caller, Viewpoint asked, @RequestParam(defaultValue = "") String currency) {
        AsOf asOf = knowledge.see(caller, asked);
        Overview overview = oversee.of(asOf, currency, caller.organisation().currency());
        var view = FiguresView.of(
                overview,
                asOf.query("currency", overview.currency().getCurrencyCode()),
                alerts.waiting(caller.today(), FiguresPaper.ALERTS),
                new Show(caller.organisation().locale(), caller.organisation().zone(), caller.today()),
                caller.may("POST /figures/keep"));
        return new ModelAndView("metrics/figures").addObject("view", view);
    }

    @Operation(summary = "The overview of the book on one sheet, as a PDF")
    @GetMapping({"/figures.pdf", "/api/v1/figures.pdf"})
    ResponseEntity<byte[]> paper(Caller caller, Viewpoint asked, @RequestParam(defaultValue = "") String currency) {
        AsOf asOf = knowledge.see(caller, asked);
        Overview overview = oversee.of(asOf, currency, caller.organisation().currency());
        byte[] pdf = paper.pdf(caller.organisation(), overview, alerts.waiting(caller.today(), FiguresPaper.ALERTS));
        String name = ContentDisposition.attachment()
                .filename("figures-" + asOf.day() + ".pdf")
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .body(pdf);
    }

    @Operation(summary = "The measures of the overview as CSV, now and a week before; amounts in whole units")
    @GetMapping({"/figures.csv", "/api/v1/figures.csv"})
    void download(
            Caller caller,
            Viewpoint asked,
            @RequestParam(defaultValue = "") String currency,
            HttpServletResponse response)
            throws IOException {
        AsOf asOf = knowledge.see(caller, asked);
        Overview overview = oversee.of(asOf, currency, caller.organisation().currency());
        String[] headings = {"measure", "name", "unit", "currency", "as_of", "value", "week_before", "formula"};
        try (Csv csv = Csv.download(response, "figures-" + asOf.day() + ".csv", headings)) {
            overview.measures()
                    .values()
                    .forEach(it -> csv.row(
                            it.metric().code(),
                            it.metric().name(),
                            it.metric().unit().title(),
                            overview.currency(),
                            overview.asOf(),
                            MetricJson.number(it.metric().unit(), it.now().number(), overview.currency()),
                            MetricJson.number(
                                    it.metric().unit(), it.weekBefore().number(), overview.currency()),
                            it.metric().formula()));
        }
    }

    @PostMapping("/figures/keep")
    ModelAndView keep(Caller caller) {
        keepBook.keep(caller.today());
        raiseAlerts.raise(caller.organisation(), caller.today());
        return Onward.to("/figures", Flash.done("The figures of all days were made anew from the facts"));
    }
}
