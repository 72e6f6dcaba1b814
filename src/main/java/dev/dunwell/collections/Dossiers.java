package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.reach.CurrentLimits;
import dev.dunwell.reach.Limits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is known of customers and their open items, two queries for any number of them. */
@Repository
class Dossiers {

    private static final String ITEMS = Sql.named("collections/items");
    private static final String PARTIES = Sql.named("collections/parties");
    private static final String ITEMS_NAMED = named(ITEMS);
    private static final String PARTIES_NAMED = named(PARTIES);

    private final JdbcClient db;
    private final JsonMapper json;
    private final CurrentLimits limits;

    Dossiers(JdbcClient db, JsonMapper json, CurrentLimits limits) {
        this.db = db;
        this.limits = limits;
        this.json = json;
    }

    /**
     * Of the customers with an id from first to last who owe something or still stand as if they did, in order of id.
     */
    List<Dossier> read(Organisation organisation, LocalDate today, long first, long last) {
        Map<String, Object> range = Map.of("first", first, "last", last);
        return read(organisation, today, new Asked(ITEMS, PARTIES, range, false));
    }

    /** All of these customers, in order of id, whether they owe something or not. */
    List<Dossier> read(Organisation organisation, LocalDate today, Collection<Long> ids) {
        return read(organisation, today, ids, null);
    }

    /** @param knownAt only what the ledger and our notes knew at this moment; null: all that is known now */
    List<Dossier> read(Organisation organisation, LocalDate today, Collection<Long> ids, @Nullable Instant knownAt) {
        Map<String, Object> named = new HashMap<>();
        named.put("ids", ids.toArray(Long[]::new));
        if (knownAt == null) {
            return read(organisation, today, new Asked(ITEMS_NAMED, PARTIES_NAMED, named, true));
        }
        named.put("known", knownAt.atOffset(ZoneOffset.UTC));
        return read(organisation, today, new Asked(known(ITEMS_NAMED), known(PARTIES_NAMED), named, true));
    }

    /** The same question to what was known at a moment; what stands between slashes and stars is asked only then. */
    private static String known(String sql) {
        return sql.replace("open_invoice(:today)", "open_invoice_known(:today, :known)")
                .replace("open_credit(:today)", "open_credit_known(:today, :known)")
                .replace("/* ", "")
                .replace(" */", "");
    }

    /** The same two questions, about a range of customers or about some by name. */
    private record Asked(String items, String parties, Map<String, Object> which, boolean evenIdle) {}

    private List<Dossier> read(Organisation organisation, LocalDate today, Asked asked) {
        Map<Long, List<OpenRow>> items = new HashMap<>();
        db.sql(asked.items).param("today", today).params(asked.which).query(row -> {
            items.computeIfAbsent(row.getLong("customer_id"), _ -> new ArrayList<>())
                    .add(OpenRow.of(row));
        });
        List<Dossier> dossiers = new ArrayList<>();
        Limits house = limits.get();
        db.sql(asked.parties)
                .param("today", today)
                .param("lateAfter", Conduct.USUAL.lateAfterDays())
                .param("heardFrom", heardFrom(house, today))
                .params(asked.which)
                .query(row -> {
                    List<OpenRow> open = items.getOrDefault(row.getLong("id"), List.of());
                    if (asked.evenIdle || !open.isEmpty() || row.getObject("fingerprint") != null) {
                        Map<String, Arrears> arrears =
                                house.entry().isAsked() ? OpenRow.arrears(open, today) : Map.of();
                        dossiers.add(dossier(organisation, row, open, arrears));
                    }
                });
        return dossiers;
    }

    private static LocalDate heardFrom(Limits house, LocalDate today) {
        Limits.Fatigue budget = house.fatigue();
        return budget == null ? today.plusDays(1) : today.minusDays(budget.days() - 1L);
    }

    private Dossier dossier(Organisation organisation, ResultSet row, List<OpenRow> open, Map<String, Arrears> arrears)
            throws SQLException {
        Reach reach = ReachFacts.of(row.getString("reach"), json);
        Party party = party(row, arrears.isEmpty() ? reach : reach.withArrears(arrears));
        List<Dossier.Credit> credits = credits(row.getString("credits"));
        Map<Currency, Long> creditLeft = new HashMap<>();
        credits.forEach(c -> creditLeft.merge(c.open().currency(), c.open().minor(), Long::sum));
        List<OpenCase> items = new ArrayList<>(open.size());
        for (OpenRow item : open) {
            long forIt = Math.min(creditLeft.getOrDefault(item.currency(), 0L), item.open());
            creditLeft.computeIfPresent(item.currency(), (_, left) -> left - forIt);
            items.add(item.with(party, forIt, organisation.tolerance(), day(row, "answered_on")));
        }
        Long owner = row.getObject("owner_id", Long.class);
        return new Dossier(
                row.getLong("id"),
                row.getString("number"),
                row.getString("name"),
                row.getString("language"),
                owner,
                party,
                callee(row),
                day(row, "promise_due_on"),
                judged(row),
                lastContact(row),
                row.getString("failed_to"),
                credits,
                items,
                row.getObject("fingerprint", Long.class),
                traits(row));
    }

    private static Traits traits(ResultSet row) throws SQLException {
        List<String> tags = List.of((String[]) row.getArray("tags").getArray());
        return new Traits(
                tags,
                new Conduct(day(row, "since_on"), row.getInt("settled"), row.getInt("late"), row.getInt("overdue")));
    }

    private static Party party(ResultSet row, Reach reach) throws SQLException {
        LastDay contacted = new LastDay(day(row, "mailed_before"), day(row, "spoken_on"));
        return new Party(
                ContactMode.valueOf(row.getString("contact_mode").toUpperCase(Locale.ROOT)),
                promised(row),
                held(row),
                recipient(row),
                row.getString("bounced_email"),
                contacted.later(),
                row.getBoolean("approved"),
                regard(row),
                reach,
                Answers.of(day(row, "unread_since"), row.getString("away")));
    }

    private static Regard regard(ResultSet row) throws SQLException {
        String lines = row.getString("postal_lines");
        LocalDate since = day(row, "valued_on");
        String contact = row.getString("contact_name");
        return new Regard(
                lines == null ? null : new Regard.Postal(contact == null ? "" : contact, lines),
                since == null
                        ? null
                        : new Regard.Valued(since, row.getString("valued_by"), row.getString("valued_reason")));
    }

    private record LastDay(
            @Nullable LocalDate one, @Nullable LocalDate other) {
        @Nullable
        LocalDate later() {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.isAfter(other) ? one : other;
        }
    }

    private static Party.@Nullable Promise promised(ResultSet row) throws SQLException {
        LocalDate due = day(row, "promise_due_on");
        return due == null
                ? null
                : new Party.Promise(
                        Money.ofMinor(row.getLong("promise_amount"), row.getString("promise_currency")),
                        due.plusDays(row.getInt("promise_grace_days")));
    }

    private static Party.@Nullable Hold held(ResultSet row) throws SQLException {
        LocalDate until = day(row, "held_until");
        return until == null ? null : new Party.Hold(until, row.getString("held_reason"));
    }

    private static Party.@Nullable Recipient recipient(ResultSet row) throws SQLException {
        String email = row.getString("contact_email");
        String name = row.getString("contact_name");
        return name == null || email == null ? null : new Party.Recipient(name, email);
    }

    private static Dossier.@Nullable Callee callee(ResultSet row) throws SQLException {
        String name = row.getString("contact_name");
        return name == null ? null : new Dossier.Callee(name, row.getString("contact_phone"));
    }

    private static Dossier.@Nullable JudgedPromise judged(ResultSet row) throws SQLException {
        LocalDate on = day(row, "judged_on");
        return on == null
                ? null
                : new Dossier.JudgedPromise(
                        Money.ofMinor(row.getLong("judged_amount"), row.getString("judged_currency")),
                        row.getObject("judged_due_on", LocalDate.class),
                        on,
                        row.getString("judged_state").equals("kept"));
    }

    private static Dossier.@Nullable LastContact lastContact(ResultSet row) throws SQLException {
        LocalDate mailed = day(row, "mailed_on");
        LocalDate spoken = day(row, "spoken_on");
        if (spoken != null && (mailed == null || !mailed.isAfter(spoken))) {
            return new Dossier.LastContact(spoken, row.getString("spoken_kind"), row.getString("spoken_by"));
        }
        return mailed == null ? null : new Dossier.LastContact(mailed, "mail out", "");
    }

    private List<Dossier.Credit> credits(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<Dossier.Credit> credits = new ArrayList<>();
        for (JsonNode credit : json.readTree(text)) {
            credits.add(new Dossier.Credit(
                    credit.get("number").asString(),
                    Money.ofMinor(
                            credit.get("amount").asLong(),
                            credit.get("currency").asString())));
        }
        return credits;
    }

    private static String named(String aboutRange) {
        return aboutRange.replace("between :first and :last", "= any(:ids)");
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
