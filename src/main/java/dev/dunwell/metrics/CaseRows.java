package dev.dunwell.metrics;

import dev.dunwell.kernel.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The single cases behind figures: invoices, payments, promises, calls. Sums and rows come from the same question, so
 * that the rows of a figure add up to it.
 */
@Repository
@Transactional(readOnly = true)
public class CaseRows {

    private static final String AMONG = """
            where (cast(:customers as bigint[]) is null or r.customer_id = any (cast(:customers as bigint[])))
              and (cast(:currency as text) is null or r.currency is null or r.currency = :currency)
              and (cast(:stage as int) is null or r.stage = :stage)
            """;

    private final Map<String, String> questions = new ConcurrentHashMap<>();
    private final JdbcClient db;
    private final Scopes scopes;

    CaseRows(JdbcClient db, Scopes scopes) {
        this.db = db;
        this.scopes = scopes;
    }

    /**
     * Which cases.
     *
     * @param question of {@code sql/metrics}
     * @param currency null for all
     * @param stage 1 to 6, null for all; only where cases have one
     * @param knownAt what was recorded later does not count; null for all. Only where moments are kept.
     */
    public record Asked(
            String question,
            Scope scope,
            LocalDate from,
            LocalDate to,
            @Nullable String currency,
            @Nullable Integer stage,
            @Nullable Instant knownAt) {

        /** As it is known now. */
        public Asked(
                String question,
                Scope scope,
                LocalDate from,
                LocalDate to,
                @Nullable String currency,
                @Nullable Integer stage) {
            this(question, scope, from, to, currency, stage, null);
        }
    }

    /** By what cases are parted. */
    public enum Cut {
        CUSTOMER("coalesce(c.number, '')", "coalesce(c.name, 'nobody')", ""),
        SEGMENT("coalesce(t.tag, '')", "coalesce(t.tag, 'none')", " left join lateral unnest(c.tags) t (tag) on true"),
        COLLECTOR("coalesce(o.id::text, '')", "coalesce(o.name, 'nobody')", " left join person o on o.id = c.owner_id"),
        STAGE("coalesce(r.stage::text, '')", "coalesce('Stage ' || r.stage, 'none')", ""),
        CURRENCY("coalesce(r.currency, '')", "coalesce(r.currency, 'all')", ""),
        MONTH("to_char(r.on_day, 'YYYY-MM')", "to_char(r.on_day, 'YYYY-MM')", "");

        private final String key;
        private final String name;
        private final String join;

        Cut(String key, String name, String join) {
            this.key = key;
            this.name = name;
            this.join = join;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The cases of one part in one currency; amounts in minor units.
     *
     * @param currency null where they have none
     */
    public record Sum(
            String key, String name, @Nullable Currency currency, BigDecimal part, BigDecimal whole, long count) {}

    /** One case. */
    public record Row(
            LocalDate on,
            @Nullable String customerNumber,
            @Nullable String customer,
            @Nullable Currency currency,
            BigDecimal part,
            BigDecimal whole,
            @Nullable Integer stage,
            String label,
            String url) {}

    /** The cases parted, in the order of their keys; a customer of two segments is in both. */
    public List<Sum> sums(Asked asked, Cut cut) {
        return ask(
                        "select " + cut.key + " as key, " + cut.name + " as name, r.currency, sum(r.part) as part,"
                                + " sum(r.whole) as whole, count(*) as items from (" + question(asked) + ") r"
                                + " left join customer c on c.id = r.customer_id" + cut.join + " " + AMONG
                                + " group by 1, 2, 3 order by 3, 1",
                        asked)
                .query((row, _) -> new Sum(
                        row.getString("key"),
                        row.getString("name"),
                        currency(row),
                        row.getBigDecimal("part"),
                        row.getBigDecimal("whole"),
                        row.getLong("items")))
                .list();
    }

    /** The latest cases. */
    public List<Row> rows(Asked asked, int most) {
        return rowsOf(asked).param("most", most).query((row, _) -> row(row)).list();
    }

    /** Hands over all cases, the latest first. */
    public void each(Asked asked, Consumer<Row> each) {
        rowsOf(asked).param("most", null).withFetchSize(1000).query(row -> {
            each.accept(row(row));
        });
    }

    private StatementSpec rowsOf(Asked asked) {
        return ask(
                "select r.*, c.number, c.name from (" + question(asked) + ") r"
                        + " left join customer c on c.id = r.customer_id " + AMONG
                        + " order by r.on_day desc, r.currency, r.whole desc, r.label limit cast(:most as int)",
                asked);
    }

    private StatementSpec ask(String sql, Asked asked) {
        db.sql("set local enable_nestloop = off").update();
        return db.sql(sql)
                .param("fromOn", asked.from)
                .param("toOn", asked.to)
                .param("customers", scopes.ids(asked.scope))
                .param("currency", asked.currency)
                .param("stage", asked.stage)
                .param("knownAt", moment(asked.knownAt));
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant knownAt) {
        return knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC);
    }

    /** Whether its cases say when they were recorded, so that they can be told as they were known at a moment. */
    boolean keepsMoments(String question) {
        return question(question).contains(":knownAt");
    }

    private String question(Asked asked) {
        return question(asked.question);
    }

    private String question(String named) {
        return questions.computeIfAbsent(named, name -> Sql.named("metrics/" + name));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("on_day", LocalDate.class),
                row.getString("number"),
                row.getString("name"),
                currency(row),
                row.getBigDecimal("part"),
                row.getBigDecimal("whole"),
                row.getObject("stage", Integer.class),
                row.getString("label"),
                row.getString("url"));
    }

    private static @Nullable Currency currency(ResultSet row) throws SQLException {
        String code = row.getString("currency");
        return code == null ? null : Currency.getInstance(code);
    }
}
