package dev.dunwell.access;

import dev.dunwell.web.Refusal;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Founds an organisation under the {@code Idempotency-Key} of whoever holds the key of the installation: one
 * organisation, however often it is asked for.
 *
 * <p>The answer holds a secret and is not kept. A repeated request gets the same organisation with a new key to it.
 */
@Component
public class FoundOnce {

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final FoundOrganisation foundOrganisation;

    FoundOnce(JdbcClient db, PlatformTransactionManager transactions, FoundOrganisation foundOrganisation) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.foundOrganisation = foundOrganisation;
    }

    private record Founding(byte[] wantedHash, int organisation) {}

    /**
     * @param first what is done inside the organisation each time it is asked for
     * @throws Refusal when something else was asked for under this key
     */
    public <T> T found(String key, NewOrganisation wanted, Actor actor, IntFunction<T> first) {
        byte[] hash = new Secret(wanted.toString()).hash();
        Founding founding = Objects.requireNonNull(transaction.execute(_ -> founding(key, hash)));
        if (Arrays.equals(hash, founding.wantedHash)) {
            return foundOrganisation.foundAs(founding.organisation, wanted, actor, first);
        } else {
            throw Refusal.because("key-reused", "Another request was sent under this Idempotency-Key. Take a new one.");
        }
    }

    private Founding founding(String key, byte[] wantedHash) {
        byte[] kept = new Secret(key).hash();
        db.sql("""
            insert into founding (key_hash, wanted_hash, organisation)
            values (?, ?, nextval('organisation_id_seq'))
            on conflict do nothing\
            """).params(kept, wantedHash).update();
        return db.sql("select wanted_hash, organisation from founding where key_hash = ?")
                .param(kept)
                .query((row, _) -> new Founding(row.getBytes("wanted_hash"), row.getInt("organisation")))
                .single();
    }
}
