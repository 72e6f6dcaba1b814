package dev.dunwell.relations;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a contact from being asked too often by all organisations of the installation together. It answers yes or no
 * and never who asked before, and is asked only when everything else says yes.
 */
@Repository
class SurveyPeace {

    private final JdbcClient db;

    SurveyPeace(JdbcClient db) {
        this.db = db;
    }

    /** Whether this address may be asked today; a yes is remembered and used up. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean take(String address, LocalDate today, int invoicesAYear) {
        return db.sql("select may_be_asked(:address, :today, :rare)")
                .param("address", address)
                .param("today", today)
                .param("rare", SurveyRule.isRare(invoicesAYear))
                .query(Boolean.class)
                .single();
    }
}
