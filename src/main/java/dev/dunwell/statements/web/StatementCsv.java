package dev.dunwell.statements.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.statements.Statement;
import dev.dunwell.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A statement as a table: the lines of the period with the balance after each, or what is open. */
final class StatementCsv {

    private static final String[] HEADINGS = {
        "customer", "currency", "date", "kind", "document", "due", "amount", "balance"
    };

    private StatementCsv() {}

    static void write(Statement statement, HttpServletResponse response) throws IOException {
        String file = "statement-%s-%s.csv"
                .formatted(statement.number(), statement.asked().to().day());
        try (Csv csv = Csv.download(response, file, HEADINGS)) {
            for (Statement.Section section : statement.sections()) {
                if (statement.asked().kind() == Statement.Kind.ACTIVITY) {
                    activity(csv, statement, section);
                } else {
                    open(csv, statement, section);
                }
            }
        }
    }

    private static void activity(Csv csv, Statement statement, Statement.Section section) {
        Object currency = section.opening().currency();
        csv.row(statement.number(), currency, statement.asked().from(), "opening", "", "", "", section.opening());
        section.lines()
                .forEach(line -> csv.row(
                        statement.number(),
                        currency,
                        line.on(),
                        line.kind(),
                        line.document(),
                        line.dueOn(),
                        line.amount(),
                        line.balance()));
        csv.row(statement.number(), currency, statement.asked().to().day(), "closing", "", "", "", section.closing());
    }

    private static void open(Csv csv, Statement statement, Statement.Section section) {
        Money balance = Money.zero(section.opening().currency());
        for (Statement.Open item : section.open()) {
            balance = balance.plus(item.open());
            csv.row(
                    statement.number(),
                    balance.currency(),
                    item.on(),
                    item.kind(),
                    item.number(),
                    item.dueOn(),
                    item.open(),
                    balance);
        }
    }
}
