package dev.dunwell.deals.web;

import dev.dunwell.deals.Quote;
import dev.dunwell.deals.QuoteSheet;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quote as programs see it.
 *
 * @param state draft, sent, accepted, declined, replaced or expired
 * @param answer null while nobody answered
 * @param paper the SHA-256 of the PDF that the customer has
 * @param order the id of the order made of it
 * @param replacedBy the id of the quote that was sent in its place
 */
record QuoteJson(
        long id,
        String number,
        String customer,
        String title,
        String state,
        String terms,
        LocalDate validUntil,
        BigDecimal net,
        BigDecimal gross,
        String currency,
        List<LineJson> lines,
        List<PartJson> parts,
        @Nullable LocalDate sentOn,
        @Nullable String paper,
        @Nullable AnswerJson answer,
        @Nullable Long order,
        @Nullable Long replacedBy) {

    /** @param at the moment, where it is known */
    record AnswerJson(
            boolean accepted,
            String by,
            LocalDate on,
            @Nullable Instant at,
            String reason,
            String evidence) {}

    static QuoteJson of(Quote quote, LocalDate today) {
        Quote.Sent sent = quote.sent();
        return new QuoteJson(
                quote.id(),
                quote.number(),
                quote.customer().number(),
                quote.title(),
                quote.state(today).code(),
                quote.terms().title(),
                quote.validUntil(),
                quote.net().amount(),
                QuoteSheet.gross(quote).amount(),
                quote.currency().getCurrencyCode(),
                quote.items().stream()
                        .map(item -> LineJson.of(item, quote.currency()))
                        .toList(),
                quote.parts().stream().map(PartJson::of).toList(),
                sent == null ? null : sent.on(),
                sent == null ? null : sent.paper(),
                answer(quote.answer()),
                quote.follow().orderId(),
                quote.follow().replacedBy());
    }

    private static @Nullable AnswerJson answer(Quote.@Nullable Answer answer) {
        return answer == null
                ? null
                : new AnswerJson(
                        answer.isAccepted(), answer.by(), answer.on(), answer.at(), answer.reason(), answer.evidence());
    }
}
