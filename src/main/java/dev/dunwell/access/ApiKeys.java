package dev.dunwell.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The keys of the organisation bound by {@link Tenant}. */
@Repository
public class ApiKeys {

    private final JdbcClient db;

    ApiKeys(JdbcClient db) {
        this.db = db;
    }

    /** Those in use first, the newest first. */
    @Transactional(readOnly = true)
    public List<ApiKey> all() {
        return db.sql("""
            select id, name, role, created_by, created_at, revoked_at
            from api_key
            order by revoked_at is not null, id desc\
            """).query((row, _) -> key(row)).list();
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        Timestamp revoked = row.getTimestamp("revoked_at");
        return new ApiKey(
                row.getLong("id"),
                row.getString("name"),
                Role.ofCode(row.getString("role")),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }

    long insert(String name, Role role, Secret key, Actor by) {
        return db.sql("insert into api_key (name, role, key_hash, created_by) values (?, ?, ?, ?) returning id")
                .params(name, role.code(), key.hash(), by.name())
                .query(Long.class)
                .single();
    }

    /** Whether there was such a key in use. */
    boolean revoke(long id) {
        return db.sql("update api_key set revoked_at = now() where id = ? and revoked_at is null")
                        .param(id)
                        .update()
                > 0;
    }
}
