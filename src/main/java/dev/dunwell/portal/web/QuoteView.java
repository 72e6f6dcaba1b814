package dev.dunwell.portal.web;

import dev.dunwell.deals.Quote;
import dev.dunwell.deals.QuoteSheet;
import dev.dunwell.portal.DoorWords;
import dev.dunwell.portal.Payer;

/**
 * A quote as the customer sees it.
 *
 * @param sheet what its paper says, in the language that is read here
 */
public record QuoteView(Payer payer, DoorWords w, QuoteSheet sheet) {

    public Quote quote() {
        return sheet.quote();
    }

    public String here() {
        return "/door/" + payer.here().key() + "/quotes/" + quote().id();
    }

    public Quote.State state() {
        return quote().state(payer.caller().today());
    }

    public boolean isOpen() {
        return state() == Quote.State.SENT;
    }

    public boolean hasPaper() {
        Quote.Sent sent = quote().sent();
        return sent != null && sent.paper() != null;
    }

    /** Where it stands, in words. */
    public String standing() {
        Quote.Answer answer = quote().answer();
        String key = "quote." + state().code();
        return answer == null
                ? w.word(key, w.date(quote().validUntil()))
                : w.word(key, answer.by(), w.date(answer.on()));
    }

    /** How that is shown: good, warn or plain. */
    public String tone() {
        return switch (state()) {
            case ACCEPTED -> "good";
            case DRAFT, SENT -> "plain";
            case DECLINED, REPLACED, EXPIRED -> "warn";
        };
    }
}
