package dev.dunwell.collections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Customers who hear together: those whose letters go to another, with the one who gets them. Who is not in here hears
 * alone. Pure.
 *
 * @param payerOf who gets the letters of whom, in the end; never the customer itself
 * @param membersOf the same the other way round, in the order of ids; without the payer
 */
record Households(Map<Long, Long> payerOf, Map<Long, List<Long>> membersOf) {

    static Households of(Map<Long, Long> payerOf) {
        Map<Long, List<Long>> members = new HashMap<>();
        new TreeMap<>(payerOf)
                .forEach((member, payer) ->
                        members.computeIfAbsent(payer, _ -> new ArrayList<>()).add(member));
        return new Households(payerOf, members);
    }

    boolean has(long customerId) {
        return payerOf.containsKey(customerId) || membersOf.containsKey(customerId);
    }

    /** Who gets the letters of a customer; itself, when nobody else does. */
    long payer(long customerId) {
        return payerOf.getOrDefault(customerId, customerId);
    }

    /** All who hear together with these payers, the payers included. */
    Set<Long> together(Set<Long> payers) {
        Set<Long> all = new HashSet<>(payers);
        payers.forEach(payer -> all.addAll(membersOf.getOrDefault(payer, List.of())));
        return all;
    }

    /** Payers in portions, each with at least one household and about so many customers. */
    List<Set<Long>> portions(int customers) {
        List<Set<Long>> portions = new ArrayList<>();
        Set<Long> portion = new HashSet<>();
        int size = 0;
        for (Map.Entry<Long, List<Long>> household : new TreeMap<>(membersOf).entrySet()) {
            portion.add(household.getKey());
            size += household.getValue().size() + 1;
            if (size >= customers) {
                portions.add(portion);
                portion = new HashSet<>();
                size = 0;
            }
        }
        if (!portion.isEmpty()) {
            portions.add(portion);
        }
        return portions;
    }
}
