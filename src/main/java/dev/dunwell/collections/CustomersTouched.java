package dev.dunwell.collections;

import java.util.Set;

/** Something about these customers changed in collections, so that what was decided for them is decided again. */
public record CustomersTouched(Set<Long> customerIds) {}
