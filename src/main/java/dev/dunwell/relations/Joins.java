package dev.dunwell.relations;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How the database joins where a figure is made of a whole period. */
final class Joins {

    private Joins() {}

    /**
     * No loops over single rows until the transaction ends: in tables that nobody has counted since an import the
     * planner expects one row and loops over a hundred thousand, for minutes instead of a moment.
     */
    static void wholeTables(JdbcClient db) {
        db.sql("set local enable_nestloop = off").update();
    }
}
