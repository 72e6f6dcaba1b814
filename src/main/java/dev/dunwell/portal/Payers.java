package dev.dunwell.portal;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Secret;
import dev.dunwell.access.Tenant;
import dev.dunwell.statements.Letterheads;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out which payer a request is from, by the secret of their visit. */
@Component
public class Payers {

    private static final int KEY_DIGITS = 12;
    private static final int TOKEN_DIGITS = 32;

    private final PayerSessions sessions;
    private final Together together;
    private final Organisations organisations;
    private final Letterheads letterheads;
    private final Clock clock;

    Payers(
            PayerSessions sessions,
            Together together,
            Organisations organisations,
            Letterheads letterheads,
            Clock clock) {
        this.sessions = sessions;
        this.together = together;
        this.organisations = organisations;
        this.letterheads = letterheads;
        this.clock = clock;
    }

    /**
     * @param asked the key of a place, empty for the one the visit began at
     * @return empty when the visit is over, or never was, or has no such place
     */
    public Optional<Payer> of(Secret visit, String asked) {
        Instant now = clock.instant();
        return sessions.whose(visit)
                .flatMap(whose -> Tenant.in(
                        whose.organisation(),
                        () -> sessions.running(whose.id(), now)
                                .flatMap(session -> payer(visit, whose.organisation(), session, asked, now))));
    }

    private Optional<Payer> payer(Secret visit, int organisation, PayerSession session, String asked, Instant now) {
        Link link = session.link();
        var own = new Place(key(visit, organisation, link.customerId()), organisation, link.customerId(), link.payer());
        List<Place> places = new ArrayList<>(List.of(own));
        if (session.isProven()) {
            together.places(visit, now).stream()
                    .filter(other -> !other.isAt(own))
                    .map(other -> new Place(
                            key(visit, other.organisation(), other.customerId()),
                            other.organisation(),
                            other.customerId(),
                            Actor.payer(other.name())))
                    .forEach(places::add);
        }
        return places.stream()
                .filter(place ->
                        asked.isEmpty() ? place.equals(own) : place.key().equals(asked))
                .findFirst()
                .map(place -> new Payer(
                        session,
                        place,
                        places,
                        caller(place),
                        digest("form", visit).substring(0, TOKEN_DIGITS),
                        Tenant.in(place.organisation(), letterheads::hasLogo),
                        now));
    }

    /** The payer as the acts of the place's organisation know them: they may do what their pages offer, and no more. */
    Caller caller(Place place) {
        return Tenant.in(place.organisation(), () -> {
            Organisation organisation = organisations.current();
            return new Caller(organisation, place.actor(), Role.READ_ONLY, null, organisation.today(clock));
        });
    }

    private static String key(Secret visit, int organisation, long customerId) {
        return digest(organisation + "/" + customerId, visit).substring(0, KEY_DIGITS);
    }

    private static String digest(String what, Secret visit) {
        try {
            byte[] bytes = (what + ":" + visit.text()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
