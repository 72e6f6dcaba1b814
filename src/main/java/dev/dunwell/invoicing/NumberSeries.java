package dev.dunwell.invoicing;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The numbers of documents, without gaps in each series and year. Whoever takes one keeps the others waiting until its
 * transaction ends; when that fails, the number was never given.
 */
@Repository
class NumberSeries {

    private final JdbcClient db;

    NumberSeries(JdbcClient db) {
        this.db = db;
    }

    /** A number of a document. */
    record Number(String series, int year, int seq) {

        /** {@code INV-2026-00017}. */
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s-%d-%05d", series, year, seq);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Number next(String series, int year) {
        int seq = db.sql("""
                insert into number_series (series, year, last)
                values (:series, :year, 1)
                on conflict (org_id, series, year) do update
                set last = number_series.last + 1
                returning last
                """)
                .param("series", series)
                .param("year", year)
                .query(Integer.class)
                .single();
        return new Number(series, year, seq);
    }
}
