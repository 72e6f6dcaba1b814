package dev.dunwell.journal;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One amount from one account to another, as general ledgers take it in.
 *
 * @param amount above zero
 */
public record Booking(LocalDate on, Posting debit, Posting credit, Money amount) {

    private record Fact(String kind, long id, LocalDate on, Currency currency) {}

    private record Left(Posting posting, Money amount) {}

    /** Pairs the debits of each fact with its credits; what a fact posts sums to zero, so nothing is left. */
    static List<Booking> of(List<Posting> postings) {
        Map<Fact, List<Posting>> facts = new LinkedHashMap<>();
        postings.forEach(p -> facts.computeIfAbsent(
                        new Fact(
                                p.kind(),
                                p.factId(),
                                p.effectiveOn(),
                                p.amount().currency()),
                        _ -> new ArrayList<>())
                .add(p));
        List<Booking> bookings = new ArrayList<>();
        facts.values().forEach(fact -> pair(fact, bookings));
        return bookings;
    }

    private static void pair(List<Posting> fact, List<Booking> bookings) {
        Deque<Left> credits = new ArrayDeque<>();
        fact.stream()
                .filter(p -> p.amount().isNegative())
                .forEach(p -> credits.add(new Left(p, p.amount().negated())));
        for (Posting debit : fact) {
            Money left = debit.amount();
            while (left.isPositive()) {
                Left credit = credits.pop();
                Money part = left.compareTo(credit.amount) < 0 ? left : credit.amount;
                bookings.add(new Booking(debit.effectiveOn(), debit, credit.posting, part));
                left = left.minus(part);
                if (part.compareTo(credit.amount) < 0) {
                    credits.push(new Left(credit.posting, credit.amount.minus(part)));
                }
            }
        }
    }
}
