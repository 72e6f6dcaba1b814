package dev.dunwell.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The two times of a report: about which day, and from which moment's knowledge. What is dated after the day does not
 * exist; what was recorded, voided or amended after the moment had not happened yet. The same report of the same two
 * times is the same for ever, apart from names, which are today's.
 *
 * @param knownAt null: with all that is known now
 */
public record AsOf(LocalDate day, @Nullable Instant knownAt) {

    /** A day with all that is known now. */
    public static AsOf today(LocalDate day) {
        return new AsOf(day, null);
    }

    /** For a URL: {@code ?asOf=2026-03-31&knownAt=…} and whatever else, in pairs; what is empty is left out. */
    public String query(String... more) {
        var url = UriComponentsBuilder.newInstance().queryParam("asOf", day);
        if (knownAt != null) {
            url.queryParam("knownAt", knownAt);
        }
        for (int i = 0; i < more.length; i += 2) {
            if (!more[i + 1].isEmpty()) {
                url.queryParam(more[i], more[i + 1]);
            }
        }
        return url.encode().toUriString();
    }

    /**
     * A question that asks {@code open_invoice(:asOf)}, {@code open_line(:asOf)} or {@code open_credit(:asOf)}, put
     * with these times. Without a moment it runs as it is written, from the kept open amounts; with one, from the
     * facts.
     */
    public StatementSpec ask(JdbcClient db, String sql) {
        String put = knownAt == null
                ? sql
                : sql.replace("open_invoice(:asOf)", "open_invoice_known(:asOf, :knownAt)")
                        .replace("open_line(:asOf)", "open_line_known(:asOf, :knownAt)")
                        .replace("open_credit(:asOf)", "open_credit_known(:asOf, :knownAt)");
        return db.sql(put)
                .param("asOf", day)
                .param("knownAt", knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC));
    }
}
