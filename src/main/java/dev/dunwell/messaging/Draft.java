package dev.dunwell.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A message to be planned: to whom, in which words, about what, and when it may leave.
 *
 * @param windowOn a customer hears once per channel and window
 * @param model what the letter's template shows; texts, numbers, lists and maps only
 * @param messageId the same for each try of the same message
 */
public record Draft(
        long customerId,
        LocalDate windowOn,
        String template,
        String language,
        String toName,
        String toAddress,
        Map<String, Object> model,
        String messageId,
        Instant leaveAt) {}
