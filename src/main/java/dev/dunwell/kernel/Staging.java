package dev.dunwell.kernel;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A temporary table that rows pass through on their way in: made once for each connection, empty when a transaction
 * begins and when it ends. Made anew for each it would cost more than its rows, and PostgreSQL's driver forgets all
 * prepared statements of a connection that makes a table ({@code flushCacheOnDdl}).
 *
 * @param columns in parentheses, as {@code create table} takes them
 */
public record Staging(String table, String columns) {

    /** Call it in the transaction that fills the table. */
    public void clear(JdbcClient db) {
        boolean isThere = db.sql("select to_regclass('pg_temp." + table + "') is not null")
                .query(Boolean.class)
                .single();
        db.sql(isThere ? "delete from " + table : "create temp table " + table + columns + " on commit delete rows")
                .update();
    }
}
