package dev.dunwell.invoicing;

import dev.dunwell.kernel.Money;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How much of which line of an invoice was credited by itself. */
@Repository
public class CreditedLines {

    private final JdbcClient db;

    CreditedLines(JdbcClient db) {
        this.db = db;
    }

    /** Net by line, counted from zero; without lines of which nothing was credited. */
    @Transactional(readOnly = true)
    public Map<Integer, Money> of(long documentId) {
        Map<Integer, Money> credited = new TreeMap<>();
        db.sql("""
                select l.line, sum(l.amount) as amount, min(d.currency) as currency
                from issued_document d
                join credited_line l on l.org_id = d.org_id and l.document_id = d.id
                where d.credits = :document
                group by l.line
                """).param("document", documentId).query(row -> {
            credited.put(row.getInt("line"), Money.ofMinor(row.getLong("amount"), row.getString("currency")));
        });
        return credited;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void note(long creditNote, Map<Integer, Money> lines) {
        lines.forEach((line, amount) -> db.sql("insert into credited_line (document_id, line, amount) values (?, ?, ?)")
                .params(creditNote, line, amount.minor())
                .update());
    }
}
