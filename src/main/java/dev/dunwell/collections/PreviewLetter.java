package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import dev.dunwell.messaging.Draft;
import dev.dunwell.messaging.Letter;
import dev.dunwell.messaging.Letters;
import dev.dunwell.messaging.PayerDoors;
import dev.dunwell.messaging.PublicAddress;
import dev.dunwell.messaging.TextKey;
import dev.dunwell.messaging.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the letter that a night would send to one customer, for a person to read before it leaves. Nothing is kept.
 */
@Component
public class PreviewLetter {

    private final Mailings mailings;
    private final Judges judges;
    private final Letters letters;
    private final Texts texts;
    private final PublicAddress publicAddress;

    PreviewLetter(Mailings mailings, Judges judges, Letters letters, Texts texts, PublicAddress publicAddress) {
        this.publicAddress = publicAddress;
        this.judges = judges;
        this.mailings = mailings;
        this.letters = letters;
        this.texts = texts;
    }

    /** A letter and whom it goes to. */
    public record Preview(long customerId, String customerName, String toName, String toAddress, Letter letter) {}

    /**
     * Mail counts as switched on and approval as given, so that what waits for either can be read too.
     *
     * @return empty when that night has nothing to say to this customer
     */
    @Transactional(readOnly = true)
    public Optional<Preview> of(Organisation organisation, LocalDate night, long customerId) {
        Judge judge = judges.of(organisation, night).withMailOn();
        return mailings.of(organisation, night, customerId).stream()
                .flatMap(mailing -> written(organisation, night, mailing, judge).stream())
                .findFirst();
    }

    private Optional<Preview> written(Organisation organisation, LocalDate night, Mailing mailing, Judge judge) {
        Mailing.Decided sending = mailing.decidedBy(judge).where(PreviewLetter::wouldSend);
        Dossier to = mailing.addressee();
        if (sending.isEmpty() || to.party().recipient() == null && !to.party().isReachedByPostOnly()) {
            return Optional.empty();
        }
        Draft draft = new Correspondence(organisation, night, Instant.EPOCH).draft(sending);
        Map<String, Object> words = new HashMap<>(draft.words());
        publicAddress.of(organisation).ifPresent(site -> words.putAll(PayerDoors.Door.sample(site)));
        Letter letter = letters.render(
                TextKey.letter(draft.template(), draft.language(), draft.tone()), words, texts.current());
        return Optional.of(new Preview(to.customerId(), to.name(), draft.toName(), draft.toAddress(), letter));
    }

    private static boolean wouldSend(Verdict verdict) {
        return verdict.decision().action() == Action.SEND || verdict.decision().code() == ReasonCode.APPROVAL_PENDING;
    }
}
