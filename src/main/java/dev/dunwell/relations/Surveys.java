package dev.dunwell.relations;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Secret;
import dev.dunwell.access.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Surveys by the secret in their link. Looking at one changes nothing. */
@Repository
public class Surveys {

    private final JdbcClient db;
    private final Organisations organisations;
    private final TransactionTemplate transaction;

    Surveys(JdbcClient db, Organisations organisations, TransactionTemplate transaction) {
        this.db = db;
        this.organisations = organisations;
        this.transaction = transaction;
    }

    private record Whose(int organisation, long survey) {}

    /** What a link opens, of whatever organisation; empty when it opens nothing. */
    public Optional<Survey> open(String link) {
        if (!Secret.isLink(link)) {
            return Optional.empty();
        }
        return whose(new Secret(link)).map(whose -> Tenant.in(whose.organisation, () -> read(whose.survey)));
    }

    private Optional<Whose> whose(Secret link) {
        Optional<Whose> whose = transaction.execute(_ -> db.sql("select organisation, survey from whose_survey(:hash)")
                .param("hash", link.hash())
                .query((row, _) -> new Whose(row.getInt("organisation"), row.getLong("survey")))
                .optional());
        return whose == null ? Optional.empty() : whose;
    }

    private @Nullable Survey read(long id) {
        return transaction.execute(_ -> get(id));
    }

    /** Of the organisation bound, in its transaction. */
    Survey get(long id) {
        Organisation here = organisations.current();
        return db.sql("""
                select s.*, i.number, a.score, a.comment, f.first_on
                from survey s
                join invoice i on i.org_id = s.org_id and i.id = s.invoice_id
                left join lateral (
                  select a.score, a.comment from survey_answer a where a.org_id = s.org_id and a.survey_id = s.id order by a.id desc limit 1
                ) a on true
                left join lateral (
                  select min(a.answered_on) as first_on from survey_answer a where a.org_id = s.org_id and a.survey_id = s.id
                ) f on true
                where s.id = :id
                """).param("id", id).query((row, _) -> survey(row, here)).single();
    }

    private static Survey survey(ResultSet row, Organisation here) throws SQLException {
        LocalDate firstOn = row.getObject("first_on", LocalDate.class);
        return new Survey(
                row.getLong("id"),
                here.id(),
                here.name(),
                row.getString("language"),
                row.getLong("customer_id"),
                row.getString("to_name"),
                row.getString("number"),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                firstOn == null ? null : new Survey.Answer(row.getInt("score"), row.getString("comment"), firstOn));
    }
}
