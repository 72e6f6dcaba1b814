package dev.dunwell.collections;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose turn it is to decide about a customer: who else wants to waits until this transaction ends, and then sees what
 * it wrote. Always taken in order of id, so that two do not wait for each other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Turns {

    private final JdbcClient db;

    Turns(JdbcClient db) {
        this.db = db;
    }

    /** Of all customers from one id to another, both included. */
    public void take(long first, long last) {
        db.sql("""
                select count(*)
                from (
                  select id from customer where id between :first and :last order by id for no key update
                ) locked
                """).param("first", first).param("last", last).query(Long.class).single();
    }

    public void take(Set<Long> customers) {
        db.sql("select id from customer where id = any(:ids) order by id for no key update")
                .param("ids", customers.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }
}
