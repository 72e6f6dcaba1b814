package dev.dunwell.reach;

import java.util.Set;

/** Something changed about how these customers may be reached. */
public record ReachChanged(Set<Long> customerIds) {}
