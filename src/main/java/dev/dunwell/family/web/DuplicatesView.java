package dev.dunwell.family.web;

import dev.dunwell.family.Duplicate;
import dev.dunwell.family.Identity;
import dev.dunwell.family.Merge;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customer;
import java.util.List;
import java.util.stream.Collectors;

/** What family/duplicates shows: pairs that may be one, and the merges made last. */
public record DuplicatesView(List<Duplicate> pairs, List<Merge> merges, boolean mayMerge) {

    /** What two customers have in common, in one line. */
    public static String evidence(Duplicate pair) {
        return pair.evidence().stream()
                .map(each -> each.kind() == Duplicate.Kind.NAME
                        ? each.kind().title()
                        : each.kind().title() + " " + each.value())
                .collect(Collectors.joining(", "));
    }

    /** One of two customers side by side; {@code people} as {@code name, address}. */
    public record Side(Customer customer, Identity identity, List<String> people, List<Money> open) {}
}
