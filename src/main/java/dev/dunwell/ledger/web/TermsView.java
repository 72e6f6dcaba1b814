package dev.dunwell.ledger.web;

import dev.dunwell.ledger.Acceptance;
import dev.dunwell.ledger.DiscountCost;
import dev.dunwell.ledger.DiscountStep;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.ledger.TermsVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Terms with their history.
 *
 * @param shown the version looked at
 * @param history every version, the newest first, with what each changed
 * @param prices what it costs not to take each discount
 */
public record TermsView(
        TermsVersion shown,
        List<Chapter> history,
        List<Price> prices,
        List<TermsBook.Buyer> buyers,
        List<Acceptance> acceptances,
        boolean mayChange) {

    /** A version and what it changed; the first one changed nothing. */
    public record Chapter(TermsVersion version, List<Change> changes) {}

    /** What one heading said before and says now. */
    public record Change(String heading, String before, String after) {}

    /** A discount and what a year of not taking it costs, when it is due after so many days. */
    public record Price(DiscountStep step, long dueDays, DiscountCost cost) {}

    static TermsView of(TermsVersion shown, List<TermsVersion> versions, Used used) {
        List<Chapter> history = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            boolean isFirst = i + 1 == versions.size();
            history.add(
                    new Chapter(versions.get(i), isFirst ? List.of() : changes(versions.get(i + 1), versions.get(i))));
        }
        return new TermsView(shown, history, prices(shown), used.buyers, used.acceptances, used.mayChange);
    }

    /** Who uses them, and what the reader may do. */
    record Used(List<TermsBook.Buyer> buyers, List<Acceptance> acceptances, boolean mayChange) {}

    private static List<Change> changes(TermsVersion before, TermsVersion after) {
        Map<String, String> said = before.conditions().inWords();
        return after.conditions().inWords().entrySet().stream()
                .map(now -> new Change(now.getKey(), said.getOrDefault(now.getKey(), ""), now.getValue()))
                .filter(change -> !change.before.equals(change.after))
                .toList();
    }

    private static List<Price> prices(TermsVersion shown) {
        long dueDays = shown.conditions().due().shortestDays();
        return shown.conditions().discounts().stream()
                .filter(step -> step.days() < dueDays)
                .map(step -> new Price(step, dueDays, DiscountCost.of(step, dueDays)))
                .toList();
    }

    /** Whether an invoice of today would be issued under the version looked at. */
    public boolean isInForce(LocalDate today) {
        return history.stream()
                .map(Chapter::version)
                .filter(version -> !version.validFrom().isAfter(today))
                .findFirst()
                .filter(version -> version.id() == shown.id())
                .isPresent();
    }
}
