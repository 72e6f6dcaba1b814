package dev.dunwell.portal.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.portal.DoorWords;
import dev.dunwell.portal.DueItem;
import dev.dunwell.portal.DueItems;
import dev.dunwell.portal.Payer;
import dev.dunwell.portal.Section;
import dev.dunwell.portal.Together.Wish;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first page of a visit.
 *
 * @param skip how many items of each vendor the pages before have shown
 * @param wish whether they can have all their vendors on one page, and do
 * @param done what was just done, by the last part of its word's key; empty when nothing was
 */
public record DoorView(Payer payer, DoorWords w, List<Section> sections, int skip, String done, Wish wish) {

    public DoorView {
        sections = List.copyOf(sections);
        done = done.matches("[a-z]{1,20}") ? done : "";
    }

    /** What was done, in words. */
    public String doneWords() {
        return done.isEmpty() ? "" : w.first("done." + done, "done");
    }

    /** Of all vendors, by currency. */
    public List<DueItems.Total> totals() {
        Map<Currency, DueItems.Total> totals = new LinkedHashMap<>();
        for (Section section : sections) {
            for (DueItems.Total total : section.totals()) {
                totals.merge(
                        total.open().currency(),
                        total,
                        (a, b) -> new DueItems.Total(
                                a.open().plus(b.open()), a.overdue().plus(b.overdue()), a.items() + b.items()));
            }
        }
        return List.copyOf(totals.values());
    }

    public boolean hasMore() {
        return sections.stream().anyMatch(section -> section.more() > 0);
    }

    public LocalDate today() {
        return payer.caller().today();
    }

    /** A name with the function, where there is one. */
    public String who(Section.Contact contact) {
        String role = contact.role().isEmpty() ? "" : w.word("role." + contact.role());
        return role.isEmpty() || contact.name().isEmpty() ? contact.name() : contact.name() + ", " + role;
    }

    /** How an item stands, in a few words. */
    public Standing standing(DueItem item, LocalDate today) {
        return Standing.of(w, item, today);
    }

    /** The words for how an item stands, and how they are shown: bad, warn, good or plain. */
    public record Standing(String words, String tone) {

        static Standing of(DoorWords w, DueItem item, LocalDate today) {
            Money disputed = item.disputed();
            LocalDate promised = item.promisedOn();
            LocalDate told = item.toldPaidOn();
            if (disputed != null) {
                String all = w.word("state.disputed");
                return new Standing(
                        disputed.equals(item.open()) ? all : w.word("state.disputed.part", w.amount(disputed)), "warn");
            } else if (told != null) {
                return new Standing(w.word("state.told", w.shortDate(told)), "good");
            } else if (item.isInPlan()) {
                return new Standing(w.word("state.plan"), "good");
            } else if (promised != null && !promised.isBefore(today)) {
                return new Standing(w.word("state.promised", w.shortDate(promised)), "good");
            } else {
                return due(w, item.daysLeft(today));
            }
        }

        private static Standing due(DoorWords w, long daysLeft) {
            if (daysLeft < 0) {
                return new Standing(w.many("state.overdue", -daysLeft), "bad");
            } else if (daysLeft == 0) {
                return new Standing(w.word("state.today"), "warn");
            } else {
                return new Standing(w.many("state.due", daysLeft), "plain");
            }
        }
    }
}
