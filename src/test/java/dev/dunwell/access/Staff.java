package dev.dunwell.access;

import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** An organisation with a person and a key for each role, for tests. */
public final class Staff {

    public static final String PASSWORD = "a long enough sentence";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final int number = COUNT.incrementAndGet();
    private final ApplicationContext house;
    private final Map<Role, String> keys = new EnumMap<>(Role.class);
    private final Map<Role, Long> ids = new EnumMap<>(Role.class);
    private final int organisation;

    private Staff(ApplicationContext house) {
        this.house = house;
        String hash = house.getBean(Passwords.class).hash(PASSWORD);
        var wanted = new NewOrganisation(
                "Organisation " + number, Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), Locale.UK, null);
        this.organisation = house.getBean(FoundOrganisation.class).found(wanted, Actor.automation("test"), id -> {
            for (Role role : Role.values()) {
                hire(role, hash);
            }
            return id;
        });
    }

    public static Staff of(ApplicationContext house) {
        return new Staff(house);
    }

    /** Somebody with {@link #PASSWORD} in an organisation that is there already. */
    public static void hire(ApplicationContext house, int organisation, String email, Role role) {
        var people = house.getBean(People.class);
        String hash = house.getBean(Passwords.class).hash(PASSWORD);
        Tenant.runIn(
                organisation,
                () -> house.getBean(TransactionTemplate.class)
                        .executeWithoutResult(_ -> people.join(
                                people.insert(role.title() + " " + email, email, hash, false)
                                        .orElseThrow(),
                                role)));
    }

    /** A key of an organisation that is there already. */
    public static String key(ApplicationContext house, int organisation, Role role) {
        return Tenant.in(
                organisation,
                () -> house.getBean(IssueKey.class)
                        .issue(role.title(), role, Actor.automation("test"))
                        .text());
    }

    private void hire(Role role, String hash) {
        var people = house.getBean(People.class);
        long id = people.insert(role.title() + " " + number, email(role), hash, false)
                .orElseThrow();
        people.join(id, role);
        ids.put(role, id);
        keys.put(
                role,
                house.getBean(IssueKey.class)
                        .issue(role.title(), role, Actor.automation("test"))
                        .text());
    }

    public int organisation() {
        return organisation;
    }

    public String organisationName() {
        return "Organisation " + number;
    }

    public String email(Role role) {
        return role.code() + "@" + number + ".example";
    }

    public long id(Role role) {
        return ids.getOrDefault(role, 0L);
    }

    public String key(Role role) {
        return keys.getOrDefault(role, "");
    }
}
