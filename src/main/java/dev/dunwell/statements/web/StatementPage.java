package dev.dunwell.statements.web;

import dev.dunwell.access.Caller;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.KeptFile;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.payments.PaperTransfers;
import dev.dunwell.statements.Asked;
import dev.dunwell.statements.Letterheads;
import dev.dunwell.statements.Paper;
import dev.dunwell.statements.Papers;
import dev.dunwell.statements.PrintStatement;
import dev.dunwell.statements.Sheet;
import dev.dunwell.statements.Statement;
import dev.dunwell.statements.Statements;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The statement of one customer: looked at, downloaded, made into a paper that is kept. */
@Controller
class StatementPage {

    private static final String ADDRESS = "/customers/{id}/statement";
    private static final String SHEET_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private final Customers customers;
    private final Statements statements;
    private final StatementAsked asked;
    private final Letterheads letterheads;
    private final PaperTransfers transfers;
    private final Papers papers;
    private final PrintStatement printStatement;
    private final Archive archive;

    StatementPage(
            Customers customers,
            Statements statements,
            StatementAsked asked,
            Letterheads letterheads,
            PaperTransfers transfers,
            Papers papers,
            PrintStatement printStatement,
            Archive archive) {
        this.customers = customers;
        this.statements = statements;
        this.asked = asked;
        this.letterheads = letterheads;
        this.transfers = transfers;
        this.papers = papers;
        this.printStatement = printStatement;
        this.archive = archive;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller, @PathVariable long id, StatementAsked.Parameters parameters) {
        Customer customer = find(id);
        Asked wanted = asked.read(caller, parameters);
        var view = new StatementView(
                customer, wanted, parameters.isRolledUp(), papers.of(id), caller.may("POST " + ADDRESS));
        return new ModelAndView("statements/statement").addObject("view", view);
    }

    /** The statement alone, as it will be printed, for the frame in the page. */
    @GetMapping(path = ADDRESS + "/sheet", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    @ResponseBody
    String sheet(
            Caller caller, @PathVariable long id, StatementAsked.Parameters parameters, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", SHEET_POLICY);
        Statement statement = read(find(id), asked.read(caller, parameters), parameters.isRolledUp());
        return Sheet.of(statement, letterheads.current(), transfers.now(), caller.organisation())
                .html();
    }

    @GetMapping(ADDRESS + ".csv")
    void download(
            Caller caller, @PathVariable long id, StatementAsked.Parameters parameters, HttpServletResponse response)
            throws IOException {
        Customer customer = find(id);
        Statement statement = read(customer, asked.read(caller, parameters), parameters.isRolledUp());
        StatementCsv.write(statement, response);
    }

    @PostMapping(ADDRESS)
    ModelAndView print(Caller caller, @PathVariable long id, StatementAsked.Parameters parameters) {
        Asked wanted = asked.read(caller, parameters);
        Paper paper = printStatement.print(
                caller.actor(), caller.organisation(), find(id).id(), wanted, parameters.isRolledUp());
        return Onward.to(
                "/customers/" + id + "/statement" + StatementView.query(wanted, parameters.isRolledUp()),
                Flash.done("Made and kept: " + paper.fileName() + ". It stays as it is now."));
    }

    @Operation(summary = "A statement that was made, as PDF; the same bytes every time")
    @GetMapping({"/statements/{id}.pdf", "/api/v1/statements/{id}.pdf"})
    void paper(@PathVariable long id, HttpServletResponse response) throws IOException {
        Paper paper = papers.byId(id).orElseThrow(() -> new NotFound("statement"));
        KeptFile.send(archive, paper.hash(), paper.fileName(), MediaType.APPLICATION_PDF_VALUE, response);
    }

    private Statement read(Customer customer, Asked wanted, boolean rollUp) {
        return rollUp
                ? statements.rolledUp(customer.id(), wanted)
                : statements.of(List.of(customer.id()), wanted).getFirst();
    }

    private Customer find(long id) {
        return customers.byId(id).orElseThrow(() -> new NotFound("customer"));
    }
}
