package dev.dunwell.agencies;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.NotFound;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The agencies and how each did. */
@Repository
@Transactional(readOnly = true)
public class Agencies {

    private static final String SCORECARD = Sql.named("agencies/scorecard");

    private final JdbcClient db;

    Agencies(JdbcClient db) {
        this.db = db;
    }

    /**
     * How an agency did in one currency, over all that was ever placed with it.
     *
     * @param share percent of the amount placed that came in
     * @param days from the placing to the money on average, weighted by amount; null when nothing came in
     * @param cost the agency's fees; not the payer's debt
     */
    public record Score(
            long agencyId,
            String agency,
            int placed,
            Money amount,
            Money recovered,
            BigDecimal share,
            @Nullable Integer days,
            Money cost,
            int complaints) {}

    /** Somebody of an agency who signs in. */
    public record Member(long personId, String name, String email) {}

    /** By name. */
    public List<Agency> all() {
        Map<Long, List<FeeTerms>> terms = new HashMap<>();
        db.sql("select * from agency_terms order by currency").query(row -> {
            terms.computeIfAbsent(row.getLong("agency_id"), _ -> new ArrayList<>())
                    .add(terms(row));
        });
        return db.sql("select * from agency where ended_on is null order by lower(name)")
                .query((row, _) -> new Agency(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("contact"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getInt("least_days"),
                        terms.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** @throws NotFound when there is none */
    public Agency byId(long id) {
        return all().stream().filter(agency -> agency.id() == id).findFirst().orElseThrow(() -> new NotFound("agency"));
    }

    /** By agency and currency; an agency with nothing placed is left out. */
    public List<Score> scorecard() {
        return db.sql(SCORECARD).query(Agencies::score).list();
    }

    public List<Member> members(long agencyId) {
        return db.sql("""
                select p.id, p.name, p.email
                from agency_person n
                join membership m on m.org_id = n.org_id and m.person_id = n.person_id and m.role = 'agency'
                join person p on p.id = n.person_id
                where n.agency_id = :agency
                order by lower(p.name)
                """)
                .param("agency", agencyId)
                .query((row, _) -> new Member(row.getLong("id"), row.getString("name"), row.getString("email")))
                .list();
    }

    private static FeeTerms terms(ResultSet row) throws SQLException {
        Integer[] ages = (Integer[]) row.getArray("ages").getArray();
        BigDecimal[] percents = (BigDecimal[]) row.getArray("percents").getArray();
        List<FeeTerms.Step> steps = new ArrayList<>();
        for (int i = 0; i < ages.length; i++) {
            steps.add(new FeeTerms.Step(Objects.requireNonNull(ages[i]), Objects.requireNonNull(percents[i])));
        }
        return new FeeTerms(money(row, "least_amount"), money(row, "fixed_fee"), steps);
    }

    private static Score score(ResultSet row, int n) throws SQLException {
        return new Score(
                row.getLong("id"),
                row.getString("name"),
                row.getInt("placed"),
                money(row, "placed_amount"),
                money(row, "recovered"),
                row.getBigDecimal("share"),
                row.getObject("days") == null ? null : row.getInt("days"),
                money(row, "cost"),
                row.getInt("complaints"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofMinor(row.getLong(column), row.getString("currency"));
    }
}
