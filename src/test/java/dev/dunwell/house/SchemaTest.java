package dev.dunwell.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads the catalogue of the migrated database and the SQL files beside it. */
class SchemaTest {

    /** Tables of the installation, not of an organisation. */
    private static final String SHARED =
            "('organisation', 'person', 'founding', 'spring_session', 'spring_session_attributes', 'scheduled_tasks', 'installation_stop',"
                    + " 'survey_peace', 'payer_identity', 'joint_mail', 'joint_mailbox', 'flyway_schema_history')";

    private static Connection database;

    @BeforeAll
    static void connect() throws SQLException {
        database = TestDatabase.server().connect("migrated");
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @Test
    void every_table_of_an_organisation_is_walled_off() throws SQLException {
        assertThat(names("""
            select c.relname
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
            where c.relkind in ('r', 'p') and c.relname not in %s
              and not (c.relrowsecurity and c.relforcerowsecurity
                and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polwithcheck is not null)
                and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and a.attnotnull))
            """.formatted(SHARED)))
                .as("call wall_off in the migration")
                .isEmpty();
    }

    @Test
    void the_organisation_leads_every_key() throws SQLException {
        assertThat(names("""
            select k.conname
            from pg_constraint k
            join pg_class c on c.oid = k.conrelid
            join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
            left join pg_class f on f.oid = k.confrelid
            where k.contype in ('p', 'u', 'f') and c.relname not in %s
              and a.attname <> 'org_id' and coalesce(f.relname, '') not in ('person')
            """.formatted(SHARED))).as("begin the key with org_id").isEmpty();
    }

    @Test
    void every_foreign_key_has_an_index() throws SQLException {
        assertThat(names("""
            select k.conname
            from pg_constraint k
            join pg_class c on c.oid = k.conrelid
            join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
            where k.contype = 'f' and array_length(k.conkey, 1) > 1
              and not exists (
                select 1 from pg_index i
                where i.indrelid = k.conrelid and (i.indkey::int2[])[0:array_length(k.conkey, 1) - 1] @> k.conkey)
            """)).as("add an index on the referring columns").isEmpty();
    }

    @Test
    void nothing_works_behind_the_back() throws SQLException {
        assertThat(names("select tgname from pg_trigger where not tgisinternal"))
                .as("no triggers")
                .isEmpty();
        assertThat(names("""
            select c.relname from pg_class c
            join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
            where c.relkind = 'v' and not coalesce(c.reloptions::text like '%security_invoker=true%', false)
               or c.relkind = 'm'
            """)).as("views ask with the reader's rights").isEmpty();
        assertThat(names("""
            select c.relname from pg_class c
            join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
            where c.relkind = 'r' and (has_table_privilege('dunwell_app', c.oid, 'truncate')
              or c.relowner = 'dunwell_app'::regrole)
            """))
                .as("the application owns nothing and truncates nothing")
                .isEmpty();
        assertThat(names("""
            select p.proname from pg_proc p
            join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'public'
            where p.prosecdef and not coalesce(p.proconfig::text like '%search_path=%', false)
            """)).as("a definer's function pins its search path").isEmpty();
    }

    /** What an interaction says stays; whose it is changes when two customers are merged. */
    @Test
    void facts_cannot_be_edited_by_the_application() throws SQLException {
        assertThat(names("""
            select t.name || ' ' || p.privilege
            from unnest(array['allocation', 'audit_entry', 'write_off', 'refund', 'transfer', 'payment_reversal',
              'credit_note_reversal', 'discount_taken', 'recovery', 'invoice_amendment', 'invoice_line', 'interaction',
              'send_journal', 'stored_file', 'stored_piece']) as t (name)
            cross join unnest(array['update', 'delete']) as p (privilege)
            where has_table_privilege('dunwell_app', t.name, p.privilege)
               or p.privilege = 'update' and exists (
                 select 1 from pg_attribute a
                 where a.attrelid = t.name::regclass and a.attnum > 0 and not a.attisdropped
                   and (t.name, a.attname) <> ('interaction', 'customer_id')
                   and has_column_privilege('dunwell_app', a.attrelid, a.attnum, 'update'))
            """)).isEmpty();
    }

    @Test
    /** Those that work on staging tables of a transaction are left to the tests of their acts. */
    void every_long_query_fits_the_schema() throws IOException, SQLException {
        for (Path file : Sources.under("src/main/resources/sql", ".sql")) {
            String text = Files.readString(file);
            assertThat(text).as(file + " begins with the question it answers").startsWith("-- ");
            if (!text.contains("staged_") && !file.startsWith("src/main/resources/sql/intake")) {
                prepare(file, text);
            }
        }
    }

    @Test
    void every_migration_says_why() throws IOException {
        for (Path file : Sources.under("src/main/resources/db", ".sql")) {
            assertThat(Files.readString(file)).as(file.toString()).startsWith("-- ");
        }
    }

    /** Parameters become nulls: enough for PostgreSQL to check every table, column and function. */
    private static void prepare(Path file, String text) throws SQLException {
        String plain = text.replaceAll("(?m)--.*$", "")
                .replaceAll("(?<![:\\w]):(today|asOf|on|\\w+On)\\b", "null::date")
                .replaceAll("(?<![:\\w]):[a-zA-Z]\\w*", "null");
        try (Statement statement = database.createStatement()) {
            statement.execute("prepare checked as " + plain);
            statement.execute("deallocate checked");
        } catch (SQLException e) {
            throw new SQLException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<String> names(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
