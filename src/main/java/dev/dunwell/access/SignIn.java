package dev.dunwell.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a person in who knows their password.
 *
 * <p>The answer is the same, and takes as long, for an unknown address, a wrong password and a person who is no longer
 * welcome. Guessing is limited per address of origin and, more tightly, per account from one origin, so that a stranger
 * who guesses does not lock the owner out elsewhere.
 */
@Component
public class SignIn {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int TRIES_PER_ACCOUNT = 20;
    private static final int TRIES_PER_ORIGIN = 100;

    private static final String WELCOME = """
        select p.id, p.name, p.password_hash, m.org_id, count(*) over () > 1 as has_choice
        from person p
        join membership m on m.person_id = p.id
        where p.email = ?
          and p.disabled_at is null
        order by m.since, m.org_id
        limit 1\
        """;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Passwords passwords;
    private final Audit audit;
    private final Attempts perAccount;
    private final Attempts perOrigin;

    SignIn(JdbcClient db, PlatformTransactionManager transactions, Passwords passwords, Audit audit, Clock clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.passwords = passwords;
        this.audit = audit;
        this.perAccount = new Attempts(TRIES_PER_ACCOUNT, WINDOW, clock);
        this.perOrigin = new Attempts(TRIES_PER_ORIGIN, WINDOW, clock);
    }

    /** What became of an attempt. */
    public sealed interface Outcome {

        /** The organisation is the one they joined first; with several they have a choice. */
        record Welcome(SignedIn who, boolean hasChoice) implements Outcome {}

        /** Not with this address and password. */
        record Unknown() implements Outcome {}

        /** Too many attempts: nothing was compared. */
        record TooMany(Duration retryAfter) implements Outcome {}
    }

    private record Account(long id, String name, String passwordHash, int orgId, boolean hasChoice) {}

    /** @param origin where the attempt comes from, an internet address */
    public Outcome attempt(String email, String password, String origin) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        String account = address + " from " + origin;
        Duration wait = Stream.of(perOrigin.count(origin), perAccount.count(account))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (!wait.isZero()) {
            return new Outcome.TooMany(wait);
        }
        Optional<Account> known = account(address);
        if (passwords.matches(password, known.map(Account::passwordHash).orElse(null))) {
            perOrigin.takeBack(origin); // a guesser with an account of their own gains nothing by signing in
            perAccount.forget(account);
            return welcome(known.orElseThrow(), origin);
        } else {
            log.info("Sign-in refused, from {}", origin);
            return new Outcome.Unknown();
        }
    }

    private Optional<Account> account(String address) {
        return Tenant.acrossOrganisations(() -> Objects.requireNonNull(transaction.execute(
                _ -> db.sql(WELCOME).param(address).query(Account.class).optional())));
    }

    private Outcome welcome(Account account, String origin) {
        Tenant.runIn(
                account.orgId,
                () -> transaction.executeWithoutResult(_ -> audit.write(
                        Actor.person(account.name), "person.signed-in", "person", account.id, Map.of("from", origin))));
        return new Outcome.Welcome(new SignedIn(account.id, account.orgId), account.hasChoice);
    }
}
