package dev.dunwell.reach;

import dev.dunwell.access.Organisation;
import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads how fresh the bank data is: asked only of an organisation that wants to know. */
@Repository
public class Freshness {

    private static final String LAST_SEEN = Sql.named("reach/bank-last-seen");

    private final JdbcClient db;
    private final CurrentLimits limits;

    Freshness(JdbcClient db, CurrentLimits limits) {
        this.db = db;
        this.limits = limits;
    }

    /** As of the organisation's day, by its own working days. While days are simulated a payment's own day counts. */
    @Transactional(readOnly = true)
    public BankData of(Organisation organisation, LocalDate today) {
        return of(organisation, today, limits.get());
    }

    @Transactional(readOnly = true)
    public BankData of(Organisation organisation, LocalDate today, Limits asked) {
        return asked.bankDays() == null
                ? BankData.NOT_ASKED
                : BankData.of(last(organisation, today), asked.bankDays(), today, organisation.calendar());
    }

    private @Nullable LocalDate last(Organisation organisation, LocalDate today) {
        return db.sql(LAST_SEEN)
                .param("today", today)
                .param("zone", organisation.zone().getId())
                .param("simulated", organisation.isSimulated())
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }
}
