package dev.dunwell.statements.web;

import dev.dunwell.access.Caller;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.KeptFile;
import dev.dunwell.statements.AskForStatements;
import dev.dunwell.statements.StatementRun;
import dev.dunwell.statements.StatementRuns;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Typed;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Statements for many customers: ask for them, see how far they are, fetch them. */
@Controller
class StatementRunsPage {

    private static final String ADDRESS = "/statements";

    private final StatementRuns runs;
    private final AskForStatements askForStatements;
    private final Archive archive;

    StatementRunsPage(StatementRuns runs, AskForStatements askForStatements, Archive archive) {
        this.runs = runs;
        this.askForStatements = askForStatements;
        this.archive = archive;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller) {
        List<StatementRun> latest = runs.latest();
        LocalDate lastDay = caller.today().withDayOfMonth(1).minusDays(1);
        return new ModelAndView("statements/runs")
                .addObject("runs", latest)
                .addObject("isPrinting", latest.stream().anyMatch(StatementRun::isPrinting))
                .addObject("from", lastDay.withDayOfMonth(1))
                .addObject("to", lastDay)
                .addObject("mayAsk", caller.may("POST " + ADDRESS));
    }

    @PostMapping(ADDRESS)
    ModelAndView ask(Caller caller, @RequestParam Map<String, String> form) {
        try {
            askForStatements.ask(caller.actor(), read(caller, form));
            return Onward.to(ADDRESS, Flash.done("They are being printed. This page says how far they are."));
        } catch (BadInput bad) {
            return Onward.to(ADDRESS, Flash.refused(bad.problems().getFirst().message()));
        }
    }

    @Operation(summary = "All statements of a run as one ZIP; the same bytes every time")
    @GetMapping({"/statements/{id}.zip", "/api/v1/statement-runs/{id}.zip"})
    void download(@PathVariable long id, HttpServletResponse response) throws IOException {
        StatementRun run = runs.byId(id);
        String hash = run.hash();
        if (hash == null) {
            throw new NotFound("file");
        }
        KeptFile.send(archive, hash, run.fileName(), "application/zip", response);
    }

    static AskForStatements.Wanted read(Caller caller, Map<String, String> form) {
        var typed = new Typed(form, caller.organisation().locale());
        LocalDate to = typed.day("to");
        LocalDate from = typed.day("from");
        typed.check();
        LocalDate last = to == null ? caller.today() : to;
        return new AskForStatements.Wanted(
                StatementAsked.kind(typed.choice("kind")),
                from == null ? last.withDayOfMonth(1) : from,
                last,
                typed.choice("search"),
                typed.choice("tag"));
    }
}
