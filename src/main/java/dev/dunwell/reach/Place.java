package dev.dunwell.reach;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is: it decides which hours and which days are quiet for them.
 *
 * @param contactName null when it is said of the whole customer
 * @param zone null: as the customer's, else the organisation's
 * @param country ISO 3166, for its holidays; null: as the customer's, else the organisation's
 */
public record Place(
        @Nullable Long contactId,
        @Nullable String contactName,
        @Nullable ZoneId zone,
        @Nullable String country) {}
