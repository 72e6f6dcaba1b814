package dev.dunwell.payments.debit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mandates of the organisation, and by what it collects. */
@Repository
public class Mandates {

    private static final String SELECT = """
            select m.*, c.number as customer_number, u.last_used_on
            from debit_mandate m
            join customer c on c.org_id = m.org_id and c.id = m.customer_id
            left join lateral (
              select max(r.collect_on) as last_used_on
              from debit_item d
              join debit_run r on r.org_id = d.org_id and r.id = d.run_id
              where d.org_id = m.org_id and d.mandate_id = m.id and d.returned_on is null
            ) u on true
            """;

    private final JdbcClient db;

    Mandates(JdbcClient db) {
        this.db = db;
    }

    /** By what an organisation collects: its creditor identifier, and the days of notice it gives. */
    public record Creditor(String id, int noticeDays) {}

    @Transactional(readOnly = true)
    public Optional<Creditor> creditor() {
        return db.sql("select creditor_id, notice_days from debit_creditor")
                .query((row, _) -> new Creditor(row.getString(1), row.getInt(2)))
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(Creditor creditor, String by) {
        db.sql("""
                insert into debit_creditor (creditor_id, notice_days, set_by) values (:id, :days, :by)
                on conflict (org_id) do update
                set creditor_id = excluded.creditor_id, notice_days = excluded.notice_days, set_by = excluded.set_by
                """)
                .param("id", creditor.id)
                .param("days", creditor.noticeDays)
                .param("by", by)
                .update();
    }

    /** Those that were not ended, by customer. */
    @Transactional(readOnly = true)
    public List<Mandate> running() {
        return db.sql(SELECT + "where m.ended_on is null order by c.number, m.id desc")
                .query(Mandates::mandate)
                .list();
    }

    /** Those of a customer that were not ended, the newest first. */
    @Transactional(readOnly = true)
    public List<Mandate> of(long customerId) {
        return db.sql(SELECT + "where m.ended_on is null and m.customer_id = :customer order by m.id desc")
                .param("customer", customerId)
                .query(Mandates::mandate)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Mandate> byId(long id) {
        return db.sql(SELECT + "where m.id = :id")
                .param("id", id)
                .query(Mandates::mandate)
                .optional();
    }

    /** What is given. */
    record Given(
            long customerId,
            Mandate.Scheme scheme,
            boolean isOnce,
            LocalDate signedOn,
            String holder,
            String iban,
            @Nullable String bic,
            String consent,
            String author) {}

    @Transactional(propagation = Propagation.MANDATORY)
    long insert(Given given) {
        return db.sql("""
                insert into debit_mandate
                  (customer_id, reference, scheme, is_once, signed_on, holder, iban, bic, consent, author)
                select :customer, 'M-' || cast(:customer as bigint) || '-' || count(*) + 1,
                       :scheme, :isOnce, :signedOn, :holder, :iban, :bic, :consent, :author
                from debit_mandate
                where customer_id = :customer
                returning id
                """)
                .param("customer", given.customerId)
                .param("scheme", given.scheme.code())
                .param("isOnce", given.isOnce)
                .param("signedOn", given.signedOn)
                .param("holder", given.holder)
                .param("iban", given.iban)
                .param("bic", given.bic)
                .param("consent", given.consent)
                .param("author", given.author)
                .query(Long.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void end(long id, LocalDate on, String by, String why) {
        db.sql("update debit_mandate set ended_on = :on, ended_by = :by, ended_why = :why where id = :id")
                .param("on", on)
                .param("by", by)
                .param("why", why)
                .param("id", id)
                .update();
    }

    private static Mandate mandate(ResultSet row, int n) throws SQLException {
        return new Mandate(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getString("reference"),
                Mandate.Scheme.ofCode(row.getString("scheme")),
                row.getBoolean("is_once"),
                row.getObject("signed_on", LocalDate.class),
                row.getString("holder"),
                row.getString("iban"),
                row.getString("bic"),
                row.getString("consent"),
                row.getObject("last_used_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class));
    }
}
