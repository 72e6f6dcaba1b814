package dev.dunwell.statements.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.statements.AskForStatements;
import dev.dunwell.statements.Asked;
import dev.dunwell.statements.Paper;
import dev.dunwell.statements.PrintStatement;
import dev.dunwell.statements.Statement;
import dev.dunwell.statements.StatementRun;
import dev.dunwell.statements.StatementRuns;
import dev.dunwell.statements.Statements;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Statements of account for programs; amounts are decimals as text. */
@RestController
class StatementsApi {

    private final Customers customers;
    private final Statements statements;
    private final StatementAsked asked;
    private final PrintStatement printStatement;
    private final StatementRuns runs;
    private final AskForStatements askForStatements;

    StatementsApi(
            Customers customers,
            Statements statements,
            StatementAsked asked,
            PrintStatement printStatement,
            StatementRuns runs,
            AskForStatements askForStatements) {
        this.customers = customers;
        this.statements = statements;
        this.asked = asked;
        this.printStatement = printStatement;
        this.runs = runs;
        this.askForStatements = askForStatements;
    }

    record Line(
            LocalDate on,
            String kind,
            String document,
            @Nullable LocalDate dueOn,
            String amount,
            String balance) {

        static Line of(Statement.Line line) {
            return new Line(
                    line.on(),
                    line.kind(),
                    line.document(),
                    line.dueOn(),
                    line.amount().amount().toPlainString(),
                    line.balance().amount().toPlainString());
        }
    }

    record Section(String currency, String opening, List<Line> lines, String closing) {

        static Section of(Statement.Section section) {
            return new Section(
                    section.opening().currency().getCurrencyCode(),
                    section.opening().amount().toPlainString(),
                    section.lines().stream().map(Line::of).toList(),
                    section.closing().amount().toPlainString());
        }
    }

    record Answer(
            String customer,
            LocalDate from,
            LocalDate to,
            @Nullable Instant knownAt,
            List<Section> currencies) {}

    /** A paper that was made; its file is at {@code /api/v1/statements/{id}.pdf}. */
    record Made(long id, String file, String language, Instant knownAt) {}

    /** @param from null: the first of the month; @param to null: today */
    record Wanted(
            @Nullable String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String knownAt,
            @Nullable Boolean rollUp,
            @Nullable String search,
            @Nullable String tag) {

        StatementAsked.Parameters parameters() {
            return new StatementAsked.Parameters(kind, from, to, knownAt, rollUp);
        }
    }

    /** A run; its file is at {@code /api/v1/statement-runs/{id}.zip} once it is done. */
    record Run(
            long id,
            String state,
            int done,
            int total,
            @Nullable String problem) {

        static Run of(StatementRun run) {
            return new Run(run.id(), run.state().code(), run.done(), run.total(), run.problem());
        }
    }

    @Operation(summary = "What moved a customer's account in a period, in each currency, as known at a moment")
    @GetMapping("/api/v1/customers/{number}/statement")
    Answer read(Caller caller, @PathVariable String number, StatementAsked.Parameters parameters) {
        Customer customer = find(number);
        Asked wanted = asked.read(caller, parameters);
        Statement statement = parameters.isRolledUp()
                ? statements.rolledUp(customer.id(), wanted)
                : statements.of(List.of(customer.id()), wanted).getFirst();
        return new Answer(
                number,
                wanted.from(),
                wanted.to().day(),
                wanted.to().knownAt(),
                statement.sections().stream().map(Section::of).toList());
    }

    @Operation(summary = "Make a statement or a balance confirmation of a customer as a PDF that is kept")
    @PostMapping("/api/v1/customers/{number}/statements")
    @ResponseStatus(HttpStatus.CREATED)
    Made print(Caller caller, @PathVariable String number, @RequestBody Wanted wanted) {
        StatementAsked.Parameters parameters = wanted.parameters();
        Paper paper = printStatement.print(
                caller.actor(),
                caller.organisation(),
                find(number).id(),
                asked.read(caller, parameters),
                parameters.isRolledUp());
        return new Made(paper.id(), paper.fileName(), paper.language(), paper.knownAt());
    }

    @Operation(summary = "Ask for the statements of many customers; a run prints them into one ZIP")
    @PostMapping("/api/v1/statement-runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Run ask(Caller caller, @RequestBody Wanted wanted) {
        LocalDate to = wanted.to == null ? caller.today() : wanted.to;
        long id = askForStatements.ask(
                caller.actor(),
                new AskForStatements.Wanted(
                        StatementAsked.kind(wanted.kind),
                        wanted.from == null ? to.withDayOfMonth(1) : wanted.from,
                        to,
                        wanted.search,
                        wanted.tag));
        return Run.of(runs.byId(id));
    }

    @Operation(summary = "How far a run of statements is")
    @GetMapping("/api/v1/statement-runs/{id}")
    Run run(@PathVariable long id) {
        return Run.of(runs.byId(id));
    }

    private Customer find(String number) {
        return customers.byNumber(number).orElseThrow(() -> new NotFound("customer"));
    }
}
