package dev.dunwell.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A message to be planned: to whom, in which words, about what, and when it may leave.
 *
 * @param windowOn a customer hears once per channel and window
 * @param model what the letter's template shows; texts, numbers, lists and maps only
 * @param names what names it among the organisation's messages, the same for each try; see {@link MessageIds}
 * @param tone in which of its tones the letter speaks
 * @param way by mail to an address, or on paper to the lines of a postal address
 */
public record Draft(
        long customerId,
        LocalDate windowOn,
        String template,
        String language,
        String toName,
        String toAddress,
        Map<String, Object> model,
        String names,
        Instant leaveAt,
        Tone tone,
        Way way) {

    /** A mail in the usual tone. */
    public Draft(
            long customerId,
            LocalDate windowOn,
            String template,
            String language,
            String toName,
            String toAddress,
            Map<String, Object> model,
            String names,
            Instant leaveAt) {
        this(
                customerId,
                windowOn,
                template,
                language,
                toName,
                toAddress,
                model,
                names,
                leaveAt,
                Tone.NEUTRAL,
                Way.MAIL);
    }

    /** What its letter shows; the rest of the model is there for lists and programs. */
    public Map<String, Object> words() {
        return Embark.words(model, Embark.NOBODY, null);
    }

    /** The same, to leave from that moment. */
    public Draft leavingAt(Instant moment) {
        return new Draft(customerId, windowOn, template, language, toName, toAddress, model, names, moment, tone, way);
    }

    /** The same in another tone. */
    public Draft in(Tone other) {
        return new Draft(
                customerId, windowOn, template, language, toName, toAddress, model, names, leaveAt, other, way);
    }

    /** The same on paper. */
    public Draft onPaper(String name, String address) {
        return on(Way.LETTER, name, address, names + "/paper");
    }

    /** The same by another way to another address. */
    public Draft by(Way other, String name, String address) {
        return on(other, name, address, names + "/" + other.code());
    }

    private Draft on(Way other, String name, String address, String named) {
        return new Draft(customerId, windowOn, template, language, name, address, model, named, leaveAt, tone, other);
    }
}
