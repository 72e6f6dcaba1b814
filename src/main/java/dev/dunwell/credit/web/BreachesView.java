package dev.dunwell.credit.web;

import dev.dunwell.credit.CreditPolicy;
import dev.dunwell.credit.CreditReview;
import dev.dunwell.credit.CreditStanding;
import dev.dunwell.credit.PaySegments;
import dev.dunwell.web.Choice;
import java.util.List;
import java.util.stream.Stream;

/**
 * What credit/page shows.
 *
 * @param rows breaches by amount, then those that are near their limit; the first of them
 * @param breaches how many there are in the whole book
 */
public record BreachesView(List<Row> rows, int breaches, CreditPolicy policy, boolean mayChange, Behaviour behaviour) {

    /** What the book does: whose terms wait for a look, how many customers pay in which way. */
    public record Behaviour(List<CreditReview> reviews, List<PaySegments.Share> segments, boolean mayDecide) {}

    public static List<Choice> decisions() {
        return Stream.of(CreditReview.Decision.values())
                .map(each -> new Choice(each.code(), each.title()))
                .toList();
    }

    /** One customer in one currency. */
    public record Row(long id, String number, String name, CreditStanding standing) {}
}
