package dev.dunwell.metrics;

import dev.dunwell.access.Organisation;
import dev.dunwell.messaging.Attachment;
import java.time.LocalDate;
import java.util.Optional;

/** A paper that leaves with the figures on some of their days; asked once for each mailing, on its day. */
public interface AlongWithFigures {

    Optional<Attachment> paper(Organisation organisation, LocalDate today);
}
