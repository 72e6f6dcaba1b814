package dev.dunwell.intake;

import dev.dunwell.intake.formats.Kind;
import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.Periods;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps files out of a period that is closed, and what they brought into it where it is. */
@Component
class ClosedPeriod implements Objections {

    private static final String INVOICES = Sql.named("intake/invoices-closed");
    private static final String CREDIT_NOTES = Sql.named("intake/credit-notes-closed");
    private static final String PAYMENTS = Sql.named("intake/payments-closed");
    private static final String BROUGHT = Sql.named("intake/undo-closed");

    /** What takes no effect in the book on a day: people, and work that is billed another day. */
    private static final Set<Kind> TIMELESS = EnumSet.of(Kind.CUSTOMERS, Kind.CONTACTS, Kind.BILLABLES);

    private final Periods periods;
    private final JdbcClient db;

    ClosedPeriod(Periods periods, JdbcClient db) {
        this.periods = periods;
        this.db = db;
    }

    /** Makes the matched rows wrong that would take effect while the book is closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    void mark(Kind kind) {
        LocalDate open = periods.firstOpen();
        if (open.isAfter(LocalDate.MIN) && !TIMELESS.contains(kind)) {
            LocalDate until = open.minusDays(1);
            db.sql(
                            switch (kind) {
                                case PAYMENTS -> PAYMENTS;
                                case CREDIT_NOTES -> CREDIT_NOTES;
                                case INVOICES, E_INVOICES, CUSTOMERS, CONTACTS, BILLABLES, ANY -> INVOICES;
                            })
                    .param("until", until)
                    .param(
                            "sentence",
                            "The book is closed until %s. Date it later, or reopen under Settings, Periods."
                                    .formatted(until))
                    .update();
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> to(long batchId) {
        LocalDate open = periods.firstOpen();
        return open.equals(LocalDate.MIN)
                ? List.of()
                : db.sql(BROUGHT)
                        .param("until", open.minusDays(1))
                        .param("batch", batchId)
                        .query((row, _) -> row.getString("objection"))
                        .list();
    }
}
