package dev.dunwell.cases.web;

import dev.dunwell.access.Caller;
import dev.dunwell.cases.AnswerQuestion;
import dev.dunwell.cases.AskQuestion;
import dev.dunwell.cases.Case;
import dev.dunwell.cases.CaseFile;
import dev.dunwell.cases.Cases;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Questions for programs, and what disputes and questions have in common. */
@RestController
class CasesApi {

    private static final int MOST = 1000;

    private final Cases cases;
    private final CaseFile file;
    private final AskQuestion askQuestion;
    private final AnswerQuestion answerQuestion;
    private final Customers customers;
    private final Invoices invoices;

    CasesApi(
            Cases cases,
            CaseFile file,
            AskQuestion askQuestion,
            AnswerQuestion answerQuestion,
            Customers customers,
            Invoices invoices) {
        this.cases = cases;
        this.file = file;
        this.askQuestion = askQuestion;
        this.answerQuestion = answerQuestion;
        this.customers = customers;
        this.invoices = invoices;
    }

    record CaseJson(
            String kind,
            long id,
            String customer,
            @Nullable String invoice,
            @Nullable BigDecimal atStake,
            @Nullable String currency,
            boolean part,
            @Nullable String code,
            String text,
            String askedBy,
            LocalDate openedOn,
            LocalDate dueOn,
            @Nullable String owner,
            @Nullable LocalDate closedOn,
            @Nullable String outcome) {

        static CaseJson of(Case c) {
            Case.About about = c.about();
            Case.Owner owner = c.owner();
            Case.End end = c.end();
            var atStake = c.atStake();
            var code = c.code();
            return new CaseJson(
                    c.kind().code(),
                    c.id(),
                    c.whose().number(),
                    about == null ? null : about.number(),
                    atStake == null ? null : atStake.amount(),
                    atStake == null ? null : atStake.currency().getCurrencyCode(),
                    c.isPart(),
                    code == null ? null : code.code(),
                    c.text(),
                    c.askedBy(),
                    c.openedOn(),
                    c.dueOn(),
                    owner == null ? null : owner.name(),
                    end == null ? null : end.on(),
                    end == null ? null : end.outcome());
        }
    }

    @Operation(
            summary = "Disputes and questions, by kind, state, owner and words; those to be settled first come first")
    @GetMapping("/api/v1/cases")
    List<CaseJson> list(Caller caller, CasesPage.Given given) {
        return cases.list(CasesPage.filter(caller, given), caller.today(), MOST).stream()
                .map(CaseJson::of)
                .toList();
    }

    record NewQuestion(
            String customer,
            @Nullable String invoice,
            @Nullable String askedBy,
            String text,
            @Nullable LocalDate dueOn) {}

    record Created(long id) {}

    @Operation(summary = "Keep a question; nothing is sent about its invoice, or its customer, until it is answered")
    @PostMapping("/api/v1/questions")
    @ResponseStatus(HttpStatus.CREATED)
    Created ask(Caller caller, @RequestBody NewQuestion asked) {
        long customer = customers
                .byNumber(asked.customer)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
        Long invoice = asked.invoice == null
                ? null
                : (Long) invoices.byNumber(asked.invoice, caller.today())
                        .orElseThrow(() -> new NotFound("invoice"))
                        .id();
        String askedBy = Objects.requireNonNullElse(asked.askedBy, "");
        return new Created(askQuestion.ask(
                caller, new AskQuestion.Wanted(customer, invoice, askedBy, asked.text, null, asked.dueOn)));
    }

    record Answer(String answer) {}

    @Operation(summary = "Answer a question; reminders go on")
    @PostMapping("/api/v1/questions/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(Caller caller, @PathVariable long id, @RequestBody Answer asked) {
        answerQuestion.answer(caller, id, asked.answer);
    }

    record Note(String text) {}

    @Operation(summary = "Note what was said or done about a dispute or a question")
    @PostMapping({"/api/v1/disputes/{id}/notes", "/api/v1/questions/{id}/notes"})
    @ResponseStatus(HttpStatus.CREATED)
    void note(Caller caller, @PathVariable long id, @RequestBody Note asked, HttpServletRequest request) {
        file.note(caller, kind(request), id, asked.text);
    }

    /** Who settles it; without a person nobody. */
    record Assignment(@Nullable Long person, LocalDate dueOn) {}

    @Operation(summary = "Give a dispute or a question to a person, to be settled by a day")
    @PostMapping({"/api/v1/disputes/{id}/assignment", "/api/v1/questions/{id}/assignment"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(Caller caller, @PathVariable long id, @RequestBody Assignment asked, HttpServletRequest request) {
        file.give(caller, kind(request), id, asked.person, asked.dueOn);
    }

    private static Case.Kind kind(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api/v1/questions/") ? Case.Kind.QUESTION : Case.Kind.DISPUTE;
    }
}
