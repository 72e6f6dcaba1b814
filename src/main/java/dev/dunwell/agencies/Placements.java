package dev.dunwell.agencies;

import dev.dunwell.agencies.Placement.Act;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is at an agency, was, or is asked to be; and what the strategies propose. For our own people. */
@Repository
@Transactional(readOnly = true)
public class Placements {

    private static final String PROPOSALS = Sql.named("agencies/proposals");
    private static final String SELECT = """
            select p.*, a.name as agency, i.number, i.customer_id, c.number as customer_number, c.name as customer_name,
                   coalesce(r.recovered, 0) as recovered, coalesce(r.cost, 0) as cost
            from placement p
            join agency a on a.org_id = p.org_id and a.id = p.agency_id
            join invoice i on i.org_id = p.org_id and i.id = p.invoice_id
            join customer c on c.org_id = i.org_id and c.id = i.customer_id
            left join placement_result r on r.org_id = p.org_id and r.id = p.id
            """;

    private final JdbcClient db;

    Placements(JdbcClient db) {
        this.db = db;
    }

    /** An open invoice whose last step before outside help is taken and did not help. */
    public record Proposal(
            long invoiceId,
            String number,
            long customerId,
            String customerNumber,
            String customerName,
            LocalDate dueOn,
            Money open) {}

    /** The oldest first, at most 200. */
    public List<Proposal> proposals(LocalDate today) {
        return db.sql(PROPOSALS)
                .param("today", today)
                .query((row, _) -> new Proposal(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getLong("customer_id"),
                        row.getString("customer_number"),
                        row.getString("customer_name"),
                        row.getObject("due_on", LocalDate.class),
                        Money.ofMinor(row.getLong("open_amount"), row.getString("currency"))))
                .list();
    }

    /** Those that wait for a second person, the oldest first. */
    public List<Placement> asked() {
        return db.sql(SELECT + "where p.decided_on is null order by p.id limit 200")
                .query(Placements::placement)
                .list();
    }

    /** All that ever were with an agency, those that are there now first, at most 500. */
    public List<Placement> ofAgency(long agencyId) {
        return db.sql(SELECT
                        + "where p.agency_id = :agency and p.pack_id is not null"
                        + " order by p.recalled_on nulls first, p.id desc limit 500")
                .param("agency", agencyId)
                .query(Placements::placement)
                .list();
    }

    /** Of an invoice, the latest first. */
    public List<Placement> ofInvoice(long invoiceId) {
        return db.sql(SELECT + "where p.invoice_id = :invoice order by p.id desc limit 20")
                .param("invoice", invoiceId)
                .query(Placements::placement)
                .list();
    }

    /** @throws NotFound when there is none */
    public Placement byId(long id) {
        return db.sql(SELECT + "where p.id = :id")
                .param("id", id)
                .query(Placements::placement)
                .optional()
                .orElseThrow(() -> new NotFound("placement"));
    }

    static Placement placement(ResultSet row, int n) throws SQLException {
        return new Placement(
                row.getLong("id"),
                row.getLong("agency_id"),
                row.getString("agency"),
                new Placement.Item(
                        row.getLong("invoice_id"),
                        row.getString("number"),
                        row.getLong("customer_id"),
                        row.getString("customer_number"),
                        row.getString("customer_name")),
                money(row, "amount"),
                row.getInt("age_days"),
                row.getBigDecimal("fee_percent"),
                money(row, "fixed_fee"),
                row.getString("reason"),
                new Act(row.getObject("asked_on", LocalDate.class), row.getString("asked_by")),
                act(row, "decided"),
                row.getString("refused_why"),
                act(row, "recalled"),
                row.getString("recall_why"),
                row.getObject("pack_id", Long.class),
                row.getObject("condition_id", Long.class),
                money(row, "recovered"),
                money(row, "cost"));
    }

    private static @Nullable Act act(ResultSet row, String what) throws SQLException {
        LocalDate on = row.getObject(what + "_on", LocalDate.class);
        return on == null ? null : new Act(on, row.getString(what + "_by"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofMinor(row.getLong(column), row.getString("currency"));
    }
}
