package dev.dunwell.offers.web;

import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Customer;
import dev.dunwell.offers.Offer;
import dev.dunwell.offers.OfferIdeas.Idea;
import dev.dunwell.offers.OfferKind;
import dev.dunwell.web.Choice;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the panel of offers shows. */
public record OffersView(
        Customer customer,
        List<Idea> ideas,
        List<Offer> offers,
        Map<String, String> values,
        List<Problem> problems,
        boolean mayOffer) {

    public List<Choice> kinds() {
        return Stream.of(OfferKind.values())
                .map(kind -> new Choice(kind.code(), kind.title()))
                .toList();
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public @Nullable String problem(String field) {
        return Problem.at(problems, field);
    }

    /** The answer in a word. */
    public static String state(Offer offer) {
        Boolean accepted = offer.isAccepted();
        return accepted == null ? "waits for an answer" : accepted ? "accepted" : "declined";
    }
}
