package dev.dunwell.team.web;

import dev.dunwell.team.Claims;
import org.jspecify.annotations.Nullable;

/**
 * Who works on a customer just now.
 *
 * @param claim null when nobody does
 * @param isOwn whether it is the reader
 */
public record ClaimView(long customerId, Claims.@Nullable Claim claim, boolean isOwn, boolean mayTakeOver) {}
