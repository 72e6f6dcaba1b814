package dev.dunwell.agreements;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Agrees something new for a contract that runs: another price from a day on, one more line, a pause, or its end.
 * Refuses days that are billed already: what was billed is changed by crediting it.
 */
@Component
public class ChangeContract {

    private final JdbcClient db;
    private final Contracts contracts;
    private final RecordContract recordContract;
    private final Audit audit;

    ChangeContract(JdbcClient db, Contracts contracts, RecordContract recordContract, Audit audit) {
        this.db = db;
        this.contracts = contracts;
        this.recordContract = recordContract;
        this.audit = audit;
    }

    /** What is agreed anew. */
    public sealed interface Change {

        /** Another unit price of one line; in place of the one that was agreed from the same day. */
        record Price(long lineId, LocalDate from, BigDecimal amount) implements Change {}

        /** One more line. */
        record Line(RecordContract.Line line) implements Change {}

        /** Nothing is delivered for some days. */
        record Pause(Span days, String reason) implements Change {}

        /** Its last day, of all lines that have none earlier. */
        record End(LocalDate lastDay) implements Change {}
    }

    @Transactional
    public void change(Actor actor, long contractId, Change change) {
        Contract contract = contracts.locked(contractId);
        List<Contracts.Line> lines = contracts.lines(contractId);
        switch (change) {
            case Change.Price price -> price(actor, lines, price);
            case Change.Line line -> recordContract.add(actor, contractId, line.line);
            case Change.Pause pause -> pause(actor, contractId, lines, pause);
            case Change.End end -> end(contractId, lines, end);
        }
        audit.write(
                actor,
                "contract.changed",
                "customer",
                contract.customerId(),
                Map.of("contract", contract.number(), "change", change.toString()));
    }

    private void price(Actor actor, List<Contracts.Line> lines, Change.Price price) {
        RecurringLine line = lines.stream()
                .map(Contracts.Line::recurring)
                .filter(each -> each.id() == price.lineId)
                .findFirst()
                .orElseThrow(() -> new NotFound("line"));
        requireUnbilled(List.of(line), price.from, "from");
        db.sql("""
                insert into contract_price (line_id, valid_from, amount, author)
                values (:line, :from, :amount, :author)
                on conflict (org_id, line_id, valid_from) do update set amount = excluded.amount, author = excluded.author
                """)
                .param("line", price.lineId)
                .param("from", price.from)
                .param("amount", price.amount)
                .param("author", actor.name())
                .update();
    }

    private void pause(Actor actor, long contractId, List<Contracts.Line> lines, Change.Pause pause) {
        if (pause.reason.isBlank()) {
            throw BadInput.in("reason", "Say why, for those who read it later.");
        } else if (pause.days.days() == 0) {
            throw BadInput.in("until", "Give a last day that is not before the first.");
        }
        requireUnbilled(lines.stream().map(Contracts.Line::recurring).toList(), pause.days.from(), "from");
        db.sql("insert into contract_pause (contract_id, from_on, until_on, reason, author) values (?, ?, ?, ?, ?)")
                .params(contractId, pause.days.from(), pause.days.until(), pause.reason.strip(), actor.name())
                .update();
    }

    private void end(long contractId, List<Contracts.Line> lines, Change.End end) {
        requireUnbilled(lines.stream().map(Contracts.Line::recurring).toList(), end.lastDay.plusDays(1), "lastDay");
        db.sql("""
                update contract_line
                set last_day = greatest(first_day, :last)
                where contract_id = :contract and (last_day is null or last_day > :last)
                """).param("last", end.lastDay).param("contract", contractId).update();
    }

    private static void requireUnbilled(List<RecurringLine> lines, LocalDate day, String field) {
        lines.stream()
                .filter(line -> line.billedUntil().isAfter(day))
                .findFirst()
                .ifPresent(line -> {
                    throw BadInput.in(
                            field,
                            "\"%s\" is billed until %s. Give a later day, and credit what was billed too much."
                                    .formatted(
                                            line.item().description(),
                                            line.billedUntil().minusDays(1)));
                });
    }
}
