package dev.dunwell.payments.online;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Sealed;
import dev.dunwell.access.Secret;
import dev.dunwell.payments.Provider;
import dev.dunwell.web.BadInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The accounts of the organisation with gateways; their keys lie sealed and leave only towards the gateway. */
@Repository
public class GatewayAccounts {

    private static final String PURPOSE = "gateway ";

    private final JdbcClient db;
    private final Sealed sealed;
    private final Audit audit;
    private final JsonMapper json;

    GatewayAccounts(JdbcClient db, Sealed sealed, Audit audit, JsonMapper json) {
        this.db = db;
        this.sealed = sealed;
        this.audit = audit;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public Optional<GatewayAccount> of(Provider provider) {
        return db.sql("select * from gateway_account where provider = :provider")
                .param("provider", provider.code())
                .query(GatewayAccounts::account)
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<Keys> keys(Provider provider) {
        return db.sql("select sealed from gateway_account where provider = :provider")
                .param("provider", provider.code())
                .query((row, _) -> row.getBytes(1))
                .optional()
                .map(bytes -> json.readValue(sealed.open(bytes, PURPOSE + provider.code()), Keys.class));
    }

    /**
     * Keeps an account; a key that is left empty stays as it is known. Refuses an account that has no secret.
     *
     * @return whether it is there for the first time, so that the gateway has to be told where events go
     */
    @Transactional
    public boolean keep(Actor actor, Provider provider, Keys typed, boolean isOn) {
        Keys known = keys(provider).orElse(new Keys("", "", "", typed.isTest()));
        Keys kept = new Keys(
                either(typed.client(), known.client()),
                either(typed.secret(), known.secret()),
                either(typed.events(), known.events()),
                typed.isTest());
        if (kept.secret().isEmpty()
                || provider == Provider.PAYPAL && kept.client().isEmpty()) {
            throw BadInput.in("secret", "Give the keys that " + provider.title() + " shows in its developer pages.");
        }
        if (provider == Provider.STRIPE && kept.secret().contains("_test_") != kept.isTest()) {
            throw BadInput.in("isTest", "Say whether these are test keys: Stripe writes test into those.");
        }
        boolean isNew = of(provider).isEmpty();
        db.sql("""
                insert into gateway_account (provider, link, sealed, is_test, is_on, set_by)
                values (:provider, :link, :sealed, :isTest, :isOn, :by)
                on conflict (org_id, provider) do update
                set sealed = excluded.sealed, is_test = excluded.is_test, is_on = excluded.is_on, set_by = excluded.set_by
                """)
                .param("provider", provider.code())
                .param("link", Secret.link().text())
                .param("sealed", sealed.seal(json.writeValueAsString(kept), PURPOSE + provider.code()))
                .param("isTest", kept.isTest())
                .param("isOn", isOn)
                .param("by", actor.name())
                .update();
        audit.write(
                actor,
                "gateway.changed",
                "organisation",
                null,
                Map.of("provider", provider.code(), "test", kept.isTest(), "on", isOn));
        return isNew;
    }

    /** Notes how the last call went. */
    @Transactional
    public void checked(Provider provider, Instant at, @Nullable String trouble) {
        db.sql("update gateway_account set checked_at = :at, trouble = :trouble where provider = :provider")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("trouble", trouble)
                .param("provider", provider.code())
                .update();
    }

    /** What was turned away at the door, the latest first. */
    public record TurnedAway(Provider provider, LocalDate day, String why, int times) {}

    /** Counts something that was turned away; by day and reason, so that knocking fills nothing. */
    @Transactional
    public void turnAway(Provider provider, LocalDate day, String why, Instant at) {
        db.sql("""
                insert into gateway_refusal (provider, on_day, why, last_at) values (:provider, :day, :why, :at)
                on conflict (org_id, provider, on_day, why) do update
                set times = gateway_refusal.times + 1, last_at = excluded.last_at
                """)
                .param("provider", provider.code())
                .param("day", day)
                .param("why", why)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional(readOnly = true)
    public List<TurnedAway> turnedAway(int most) {
        return db.sql("select * from gateway_refusal order by last_at desc limit :most")
                .param("most", most)
                .query((row, _) -> new TurnedAway(
                        provider(row),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("why"),
                        row.getInt("times")))
                .list();
    }

    private static Provider provider(ResultSet row) throws SQLException {
        return Provider.read(row.getString("provider")).orElseThrow();
    }

    private static String either(String typed, String known) {
        return typed.isBlank() ? known : typed.strip();
    }

    private static GatewayAccount account(ResultSet row, int n) throws SQLException {
        OffsetDateTime checked = row.getObject("checked_at", OffsetDateTime.class);
        return new GatewayAccount(
                provider(row),
                row.getString("link"),
                row.getBoolean("is_test"),
                row.getBoolean("is_on"),
                checked == null ? null : checked.toInstant(),
                row.getString("trouble"));
    }
}
