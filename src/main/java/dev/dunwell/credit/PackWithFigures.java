package dev.dunwell.credit;

import dev.dunwell.access.Organisation;
import dev.dunwell.messaging.Attachment;
import dev.dunwell.metrics.AlongWithFigures;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The review pack of a quarter leaves with the first figures after it, which come on one of its first seven days. */
@Component
class PackWithFigures implements AlongWithFigures {

    private static final int FIRST_DAYS = 7;

    private final ReviewPacks packs;

    PackWithFigures(ReviewPacks packs) {
        this.packs = packs;
    }

    @Override
    public Optional<Attachment> paper(Organisation organisation, LocalDate today) {
        if (today.get(IsoFields.DAY_OF_QUARTER) > FIRST_DAYS) {
            return Optional.empty();
        }
        LocalDate next = today.with(IsoFields.DAY_OF_QUARTER, 1);
        ReviewPack pack = packs.of(organisation, next.minusMonths(3), next.minusDays(1), today);
        return Optional.of(new Attachment(
                "credit-review-" + pack.to() + ".pdf", "application/pdf", packs.paper(organisation, pack)));
    }
}
