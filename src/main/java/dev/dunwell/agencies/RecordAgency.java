package dev.dunwell.agencies;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down an agency, whom to speak to and what it asks for. What is placed already keeps the terms it was placed
 * on.
 */
@Component
public class RecordAgency {

    private static final int LONGEST = 100;
    private static final int OLDEST = 3650;

    private final JdbcClient db;
    private final Audit audit;

    RecordAgency(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /**
     * What is known of an agency.
     *
     * @param id null for a new one
     * @param terms in one currency, other currencies stay as they are; null to leave them all
     */
    public record Wanted(
            @Nullable Long id,
            String name,
            String contact,
            String email,
            String phone,
            int leastDays,
            @Nullable FeeTerms terms) {}

    /** @return its id; refuses an empty name, one that another agency has, and days below 0 */
    @Transactional
    public long record(Caller caller, Wanted wanted) {
        String name = wanted.name.strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw BadInput.in("name", "Give the agency a name of at most " + LONGEST + " signs.");
        } else if (wanted.leastDays < 0 || wanted.leastDays > OLDEST) {
            throw BadInput.in("leastDays", "Give days from 0 to " + OLDEST + ".");
        }
        long id = write(wanted, name);
        if (wanted.terms != null) {
            write(id, wanted.terms);
        }
        audit.write(caller.actor(), "agency.recorded", "agency", id, Map.of("name", name));
        return id;
    }

    private long write(Wanted wanted, String name) {
        String sql = wanted.id == null ? """
                insert into agency (name, contact, email, phone, least_days)
                values (:name, :contact, :email, :phone, :days)
                returning id
                """ : """
                update agency set name = :name, contact = :contact, email = :email, phone = :phone, least_days = :days
                where id = :id
                returning id
                """;
        try {
            return db.sql(sql)
                    .param("id", wanted.id)
                    .param("name", name)
                    .param("contact", wanted.contact.strip())
                    .param("email", wanted.email.strip())
                    .param("phone", wanted.phone.strip())
                    .param("days", wanted.leastDays)
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("agency-known", "There is an agency of this name already: change that one.");
        }
    }

    private void write(long id, FeeTerms terms) {
        db.sql("""
                insert into agency_terms (agency_id, currency, least_amount, fixed_fee, ages, percents)
                values (:agency, :currency, :least, :fixed, :ages, cast(:percents as numeric[]))
                on conflict (org_id, agency_id, currency) do update
                set least_amount = excluded.least_amount, fixed_fee = excluded.fixed_fee, ages = excluded.ages,
                  percents = excluded.percents
                """)
                .param("agency", id)
                .param("currency", terms.least().currency().getCurrencyCode())
                .param("least", terms.least().minor())
                .param("fixed", terms.fixed().minor())
                .param(
                        "ages",
                        terms.steps().stream().map(FeeTerms.Step::fromDays).toArray(Integer[]::new))
                .param(
                        "percents",
                        terms.steps().stream()
                                .map(step -> step.percent().toPlainString())
                                .toArray(String[]::new))
                .update();
    }
}
