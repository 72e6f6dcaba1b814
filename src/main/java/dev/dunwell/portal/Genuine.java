package dev.dunwell.portal;

import java.time.LocalDate;

/** What a code says of the demand it stands on: who sent it and when, and whether a new link may go where it went. */
public record Genuine(String vendor, LocalDate sentOn, boolean mayHaveLink) {}
