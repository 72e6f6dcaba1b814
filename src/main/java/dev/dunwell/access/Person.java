package dev.dunwell.access;

import java.time.Instant;

/** Somebody who works for the organisation. */
public record Person(long id, String name, String email, Role role, Instant since) {}
