package dev.dunwell.family;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What belongs to a customer and goes with it to another. A fact keeps all it says; only whose it is changes. What the
 * other has already, the same contact or a letter of the same night, stays where it is.
 */
@Repository
class Belongings {

    /** A column that names a customer; {@code unless} tells of a row {@code t} that the other has its like. */
    record Belonging(String table, String column, String unless) {

        String name() {
            return table + "." + column;
        }
    }

    private static final String KNOWN_CONTACT = """
            t.voided_at is null and exists (
              select 1
              from contact o
              where o.customer_id = :into and o.voided_at is null
                and lower(o.name) = lower(t.name) and coalesce(lower(o.email), '') = coalesce(lower(t.email), ''))
            """;
    private static final String SAME_NIGHT = """
            t.kind = 'reminder' and t.state not in ('recalled', 'withdrawn') and exists (
              select 1
              from message o
              where o.customer_id = :into and o.channel = t.channel and o.window_on = t.window_on
                and o.kind = 'reminder' and o.state not in ('recalled', 'withdrawn'))
            """;

    private static final String SAME_CONDITION = """
            t.ended_on is null and t.invoice_id is null and exists (
              select 1
              from condition o
              where o.customer_id = :into and o.invoice_id is null and o.ended_on is null and o.kind = t.kind)
            """;
    private static final String SAME_OPT_OUT = """
            t.ended_on is null and t.contact_id is null and exists (
              select 1
              from opt_out o
              where o.customer_id = :into and o.contact_id is null and o.ended_on is null and o.channel = t.channel)
            """;
    private static final String SAME_PLACE = """
            t.contact_id is null and exists (
              select 1 from place o where o.customer_id = :into and o.contact_id is null)
            """;
    private static final String VALUED_TOO = """
            t.ended_on is null and exists (
              select 1
              from valued_customer o
              where o.customer_id = :into and o.ended_on is null)
            """;

    private static final String FLAGGED = """
            t.ended_on is null and exists (
              select 1 from debtor_flag o where o.customer_id = :into and o.ended_on is null)
            """;

    private static final String REVIEWED_TOO = """
            t.decided_on is null and exists (
              select 1 from credit_review o where o.customer_id = :into and o.decided_on is null)
            """;

    private static final String SAID_TOO = """
            exists (select 1 from pay_preference o where o.customer_id = :into)
            """;

    private static final String WISHED_TOO = """
            exists (select 1 from preferred_day o where o.customer_id = :into)
            """;

    static final List<Belonging> ALL = List.of(
            owned("invoice"),
            owned("credit_note"),
            owned("payment"),
            new Belonging("contact", "customer_id", KNOWN_CONTACT),
            owned("interaction"),
            owned("promise"),
            owned("hold"),
            new Belonging("condition", "customer_id", SAME_CONDITION),
            new Belonging("opt_out", "customer_id", SAME_OPT_OUT),
            new Belonging("place", "customer_id", SAME_PLACE),
            owned("online_payment"),
            owned("debit_mandate"),
            new Belonging("pay_preference", "customer_id", SAID_TOO),
            new Belonging("preferred_day", "customer_id", WISHED_TOO),
            new Belonging("credit_review", "customer_id", REVIEWED_TOO),
            owned("offer"),
            owned("opportunity"),
            owned("quote"),
            owned("sales_order"),
            owned("contract"),
            owned("billable"),
            owned("issued_document"),
            owned("check_answer"),
            owned("billing_trouble"),
            owned("question"),
            owned("plan"),
            new Belonging("debtor_flag", "customer_id", FLAGGED),
            new Belonging("message", "customer_id", SAME_NIGHT),
            owned("pinned_fact"),
            owned("received_mail"),
            owned("customer_commitment"),
            owned("terms_acceptance"),
            owned("statement_paper"),
            owned("evidence_pack"),
            owned("postal_address"),
            owned("survey"),
            owned("payer_link"),
            owned("remittance"),
            new Belonging("valued_customer", "customer_id", VALUED_TOO),
            owned("customer_relation"),
            new Belonging("customer_relation", "related_id", "false"),
            new Belonging("customer", "parent_id", "false"),
            new Belonging("customer", "merged_into", "false"));

    private final JdbcClient db;

    Belongings(JdbcClient db) {
        this.db = db;
    }

    private static Belonging owned(String table) {
        return new Belonging(table, "customer_id", "false");
    }

    /** @return the ids that were moved, by table and column; what had nothing is left out */
    Map<String, List<Long>> move(long from, long into) {
        Map<String, List<Long>> moved = new LinkedHashMap<>();
        for (Belonging each : ALL) {
            List<Long> ids = db.sql("update %1$s t set %2$s = :into where t.%2$s = :from and not (%3$s) returning t.id"
                            .formatted(each.table, each.column, each.unless))
                    .param("from", from)
                    .param("into", into)
                    .query((row, _) -> row.getLong(1))
                    .list();
            if (!ids.isEmpty()) {
                moved.put(each.name(), ids);
            }
        }
        return moved;
    }

    /** Moves back what was moved and is still there. */
    void moveBack(Map<String, List<Long>> moved, long from, long into) {
        Map<String, Belonging> byName = ALL.stream().collect(Collectors.toMap(Belonging::name, each -> each));
        moved.forEach((name, ids) -> {
            Belonging each = byName.get(name);
            if (each != null) {
                db.sql("update %1$s set %2$s = :from where %2$s = :into and id = any(:ids)"
                                .formatted(each.table, each.column))
                        .param("from", from)
                        .param("into", into)
                        .param("ids", ids.toArray(Long[]::new))
                        .update();
            }
        });
    }
}
