package dev.dunwell.journal.web;

import dev.dunwell.access.Caller;
import dev.dunwell.journal.Account;
import dev.dunwell.journal.AccountNumbers;
import dev.dunwell.journal.AccountingSettings;
import dev.dunwell.journal.Journal;
import dev.dunwell.journal.JournalCsv;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.web.Choice;
import dev.dunwell.web.Csv;
import dev.dunwell.web.Cursor;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The journal of a period: its totals, its postings with the way to their documents, and the file. */
@Controller
class JournalPage {

    private static final int PAGE = 100;
    private static final List<Choice> ACCOUNTS = Arrays.stream(Account.values())
            .map(account -> new Choice(account.code(), account.title()))
            .toList();

    private final Journal journal;
    private final JournalAsked asked;
    private final AccountNumbers accountNumbers;

    JournalPage(Journal journal, JournalAsked asked, AccountNumbers accountNumbers) {
        this.journal = journal;
        this.asked = asked;
        this.accountNumbers = accountNumbers;
    }

    @GetMapping("/journal")
    ModelAndView show(
            Caller caller, JournalAsked.Parameters parameters, @RequestParam(defaultValue = "") String cursor) {
        Journal.Filter filter = asked.filter(caller, parameters);
        var view = new JournalView(
                filter,
                given(parameters.customer()),
                ACCOUNTS,
                query(filter, given(parameters.customer())),
                journal.totals(filter),
                journal.page(filter, Cursor.parse(cursor, Journal.CURSOR_KEYS), PAGE),
                cursor.isEmpty(),
                caller.may("GET /journal/exports"));
        return new ModelAndView("journal/journal").addObject("view", view);
    }

    @Operation(summary = "The postings of a period as CSV: each transaction balances in its currency")
    @GetMapping({"/journal.csv", "/api/v1/journal.csv"})
    void download(Caller caller, JournalAsked.Parameters parameters, HttpServletResponse response) throws IOException {
        Journal.Filter filter = asked.filter(caller, parameters);
        AccountingSettings settings = accountNumbers.settings();
        String file = "journal-%s-%s.csv".formatted(filter.from(), filter.to());
        try (Csv csv = Csv.download(response, file, JournalCsv.headings())) {
            journal.each(filter, posting -> JournalCsv.write(csv, posting, settings));
        }
    }

    private static String query(Journal.Filter filter, String customer) {
        Account account = filter.account();
        return new AsOf(filter.to(), filter.knownAt())
                .query(
                        "from",
                        filter.from().toString(),
                        "to",
                        filter.to().toString(),
                        "account",
                        account == null ? "" : account.code(),
                        "customer",
                        customer);
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
