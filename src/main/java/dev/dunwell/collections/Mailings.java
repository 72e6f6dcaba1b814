package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who hears together and what is known of them. Books without families pay for it with two empty look-ups. */
@Repository
class Mailings {

    private final JdbcClient db;
    private final Dossiers dossiers;

    Mailings(JdbcClient db, Dossiers dossiers) {
        this.db = db;
        this.dossiers = dossiers;
    }

    Households households(LocalDate day) {
        Map<Long, Long> payers = new HashMap<>();
        db.sql("select customer_id, payer_id from letters_to(:day) where customer_id <> payer_id")
                .param("day", day)
                .query(row -> {
                    payers.put(row.getLong("customer_id"), row.getLong("payer_id"));
                });
        return Households.of(payers);
    }

    /** Of the customers with an id from first to last, those who hear alone. */
    List<Mailing> alone(Organisation organisation, LocalDate today, long first, long last, Households households) {
        return dossiers.read(organisation, today, first, last).stream()
                .filter(dossier -> !households.has(dossier.customerId()))
                .map(Mailing::alone)
                .toList();
    }

    /** These customers, who hear alone. */
    List<Mailing> alone(Organisation organisation, LocalDate today, Set<Long> customers) {
        return dossiers.read(organisation, today, customers).stream()
                .map(Mailing::alone)
                .toList();
    }

    /** One mailing for each of these payers. */
    List<Mailing> together(Organisation organisation, LocalDate today, Set<Long> payers, Households households) {
        return together(dossiers.read(organisation, today, households.together(payers)), payers, households);
    }

    private static List<Mailing> together(List<Dossier> read, Set<Long> payers, Households households) {
        Map<Long, Dossier> known = new HashMap<>();
        read.forEach(dossier -> known.put(dossier.customerId(), dossier));
        List<Mailing> mailings = new ArrayList<>();
        for (long payer : payers.stream().sorted().toList()) {
            Dossier addressee = known.get(payer);
            if (addressee != null) {
                List<Dossier> others = households.membersOf().getOrDefault(payer, List.of()).stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .toList();
                mailings.add(Mailing.together(addressee, others));
            }
        }
        return mailings;
    }

    /** The mailing that names the items of one customer; none when it does not exist. */
    List<Mailing> of(Organisation organisation, LocalDate today, long customerId) {
        return of(organisation, today, customerId, null);
    }

    /** @param knownAt only what was known at this moment of the ledger; null: all that is known now */
    List<Mailing> of(Organisation organisation, LocalDate today, long customerId, @Nullable Instant knownAt) {
        Households households = households(today);
        Set<Long> payers = households.has(customerId) ? Set.of(households.payer(customerId)) : Set.of();
        Set<Long> all = payers.isEmpty() ? Set.of(customerId) : households.together(payers);
        List<Dossier> read = dossiers.read(organisation, today, all, knownAt);
        return payers.isEmpty() ? read.stream().map(Mailing::alone).toList() : together(read, payers, households);
    }
}
