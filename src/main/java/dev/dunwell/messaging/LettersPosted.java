package dev.dunwell.messaging;

import java.time.LocalDate;
import java.util.Set;

/** These letters on paper went to the post on that day: from then on their customers have heard from us. */
public record LettersPosted(Set<Long> messageIds, Set<Long> customerIds, LocalDate on) {}
