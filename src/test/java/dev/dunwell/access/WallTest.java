package dev.dunwell.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two organisations share every table and never see each other. */
@DunwellTest
class WallTest {

    @Autowired
    ApplicationContext house;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void what_one_organisation_writes_the_other_does_not_see() {
        int a = Staff.of(house).organisation();
        int b = Staff.of(house).organisation();
        insertCustomer(a, "C-1", "canary of A");
        insertCustomer(b, "C-1", "canary of B");

        assertThat(customers(a)).containsExactly("canary of A");
        assertThat(customers(b)).containsExactly("canary of B");
        assertThat(in(
                        a,
                        () -> db.sql("update customer set name = 'taken' where name = 'canary of B'")
                                .update()))
                .isZero();
        assertThatThrownBy(() -> in(
                        a,
                        () -> db.sql("insert into customer (org_id, number, name) values (?, 'C-2', 'planted')")
                                .param(b)
                                .update()))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(customers(b)).containsExactly("canary of B");
    }

    @Test
    void without_an_organisation_no_row_of_any_is_seen() {
        insertCustomer(Staff.of(house).organisation(), "C-1", "somebody");
        List<String> tables = db.sql("""
            select c.relname
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
            where c.relkind in ('r', 'p', 'v')
              and c.relnamespace = 'public'::regnamespace
              and has_table_privilege(c.oid, 'select')\
            """).query((row, _) -> row.getString(1)).list();
        assertThat(tables).contains("customer", "membership", "audit_entry");
        for (String table : tables) {
            assertThat(outside("select count(*) from " + table)).as(table).isZero();
        }
    }

    @Test
    void one_connection_serves_both_in_turn_also_after_failures() {
        int a = Staff.of(house).organisation();
        int b = Staff.of(house).organisation();
        insertCustomer(a, "C-1", "canary of A");
        insertCustomer(b, "C-1", "canary of B");
        for (int i = 0; i < 200; i++) {
            int organisation = i % 2 == 0 ? a : b;
            if (i % 5 == 0) {
                assertThatThrownBy(() -> in(
                                organisation,
                                () -> db.sql("select 1 / 0").query().singleRow()))
                        .hasMessageContaining("division by zero");
            } else {
                assertThat(customers(organisation)).containsExactly(i % 2 == 0 ? "canary of A" : "canary of B");
            }
        }
        assertThat(outside("select count(*) from customer")).isZero();
    }

    @Test
    void looking_across_shows_who_exists_and_lets_nothing_be_written() {
        Staff staff = Staff.of(house);
        String members = "select count(*) from membership where org_id = " + staff.organisation();
        assertThat(Tenant.<Long, RuntimeException>acrossOrganisations(() -> outside(members)))
                .isEqualTo(Role.values().length);
        assertThat(Tenant.<Long, RuntimeException>acrossOrganisations(() ->
                        outside("with u as (update membership set role = 'clerk' returning 1) select count(*) from u")))
                .isZero();
    }

    private Long outside(String count) {
        return Objects.requireNonNull(
                transaction.execute(_ -> db.sql(count).query(Long.class).single()));
    }

    private void insertCustomer(int organisation, String number, String name) {
        in(
                organisation,
                () -> db.sql("insert into customer (number, name) values (?, ?)")
                        .params(number, name)
                        .update());
    }

    private List<String> customers(int organisation) {
        return in(
                organisation,
                () -> db.sql("select name from customer")
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    private <T> T in(int organisation, java.util.function.Supplier<T> work) {
        return Tenant.in(organisation, () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
