package dev.dunwell.deals;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts quotes and orders within a year; one after the other, but a number may be lost with its transaction. */
@Repository
class Numbering {

    private final JdbcClient db;

    Numbering(JdbcClient db) {
        this.db = db;
    }

    /** What is counted. */
    enum Of {
        QUOTE("quote"),
        SALES_ORDER("sales_order");

        private final String table;

        Of(String table) {
            this.table = table;
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    int next(Of what, int year) {
        db.sql("select pg_advisory_xact_lock(current_org(), hashtext(:what))")
                .param("what", what.table)
                .query()
                .listOfRows();
        return db.sql("select coalesce(max(seq), 0) + 1 from " + what.table + " where year = :year")
                .param("year", year)
                .query(Integer.class)
                .single();
    }
}
