package dev.dunwell.family;

import java.util.Set;

/**
 * Who belongs to whom, or who gets whose letters, changed for these customers; whoever decides about them decides
 * again.
 */
public record FamilyChanged(Set<Long> customerIds) {

    public FamilyChanged {
        customerIds = Set.copyOf(customerIds);
    }
}
