package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which strategy decides about a customer, and why that one. */
@Repository
public class WhichStrategy {

    private final Strategies strategies;
    private final Dossiers dossiers;

    WhichStrategy(Strategies strategies, Dossiers dossiers) {
        this.strategies = strategies;
        this.dossiers = dossiers;
    }

    /** @param findings everything that holds of how the customer pays, the strongest first */
    public record Answer(Choice choice, Conduct conduct, List<Conduct.Finding> findings) {

        public Answer {
            findings = List.copyOf(findings);
        }
    }

    /** As it is on a day; refused as not found when this organisation has no such customer. */
    @Transactional(readOnly = true)
    public Answer of(Organisation organisation, LocalDate day, long customerId) {
        Dossier dossier = dossiers.read(organisation, day, List.of(customerId)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("customer"));
        Playbook playbook = strategies.playbook(day);
        Conduct conduct = dossier.traits().conduct();
        return new Answer(playbook.choose(customerId, dossier.traits()), conduct, playbook.findings(conduct));
    }
}
