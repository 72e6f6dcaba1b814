package dev.dunwell.statements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The letterhead of the organisation. */
@Repository
public class Letterheads {

    private final JdbcClient db;

    Letterheads(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Letterhead current() {
        return db.sql("select address, payment_details, footer, colour, logo from letterhead")
                .query((row, _) -> letterhead(row))
                .optional()
                .orElse(Letterhead.NONE);
    }

    /** The logo as a PNG; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<byte[]> logo() {
        return db.sql("select logo from letterhead where logo is not null")
                .query((row, _) -> row.getBytes("logo"))
                .optional();
    }

    @Transactional(readOnly = true)
    public boolean hasLogo() {
        return db.sql("select exists (select from letterhead where logo is not null)")
                .query(Boolean.class)
                .single();
    }

    /** All but the logo. */
    void replace(Letterhead letterhead) {
        db.sql("""
                insert into letterhead (address, payment_details, footer, colour)
                values (?, ?, ?, ?)
                on conflict (org_id) do update
                set address = excluded.address, payment_details = excluded.payment_details, footer = excluded.footer,
                  colour = excluded.colour
                """)
                .params(
                        letterhead.address(),
                        letterhead.paymentDetails(),
                        letterhead.footer(),
                        letterhead.brand().colour())
                .update();
    }

    /** @param png null for none */
    void replaceLogo(byte @Nullable [] png) {
        db.sql(
                        "insert into letterhead (logo) values (cast(? as bytea)) on conflict (org_id) do update set logo = excluded.logo")
                .param(png)
                .update();
    }

    private static Letterhead letterhead(ResultSet row) throws SQLException {
        byte[] logo = row.getBytes("logo");
        return new Letterhead(
                row.getString("address"),
                row.getString("payment_details"),
                row.getString("footer"),
                new Brand(row.getString("colour"), logo == null ? Brand.Logo.NONE : Brand.Logo.of(logo)));
    }
}
