package dev.dunwell.collections;

import dev.dunwell.kernel.BusinessCalendar;
import dev.dunwell.reach.Condition.Kind;
import dev.dunwell.reach.PreferredDay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of reaching a customer, shared by all its open items.
 *
 * @param conditions of the whole customer
 * @param optOuts of the customer and of its people
 * @param heard what it heard from us in the days that count, the oldest first; without tonight's mail
 * @param places where its people are, by their address; the customer's own under the empty one
 * @param arrears what is overdue, by currency code
 * @param isWrittenTo whether a message to it is written for today already
 * @param mobile who gets text messages, null when nobody has a number for them
 * @param above who gets the mails of the last stage, null when that is whoever gets the others
 * @param wish the day on which it wants to be reminded, null when any will do
 */
public record Reach(
        List<Noted> conditions,
        List<OptedOut> optOuts,
        List<Heard> heard,
        Map<String, Where> places,
        Map<String, Arrears> arrears,
        boolean isWrittenTo,
        @Nullable Mobile mobile,
        Party.@Nullable Recipient above,
        @Nullable Wish wish) {

    /** Nobody has a number for text messages or stands above whom we write to, and any day is right. */
    public Reach(
            List<Noted> conditions,
            List<OptedOut> optOuts,
            List<Heard> heard,
            Map<String, Where> places,
            Map<String, Arrears> arrears,
            boolean isWrittenTo) {
        this(conditions, optOuts, heard, places, arrears, isWrittenTo, null, null, null);
    }

    /** Nobody said anything. */
    public static final Reach UNKNOWN = new Reach(List.of(), List.of(), List.of(), Map.of(), Map.of(), false);

    /** A condition with the day it was noted; {@code debitOn} only of a direct debit that has a day. */
    public record Noted(Kind kind, LocalDate on, @Nullable LocalDate debitOn, String reason) {}

    /** Somebody asked not to be written to or called; {@code email} is null when the whole customer asked. */
    public record OptedOut(String channel, @Nullable String email, LocalDate on, String askedBy) {}

    /** A contact and what it weighs. */
    public record Heard(LocalDate on, int points) {}

    /** A number for text messages; {@code wantsNone} when all who have one asked not to get any. */
    public record Mobile(String name, String number, boolean wantsNone) {}

    /** A day to be reminded on, since when, and how many days a step waits for it at most. */
    public record Wish(PreferredDay day, LocalDate since, int mostDays) {}

    /** Where somebody is; what nobody said is null. */
    public record Where(@Nullable ZoneId zone, @Nullable String country) {}

    /** The first of these kinds, null when there is none. */
    @Nullable
    Noted condition(Kind... kinds) {
        for (Noted each : conditions) {
            for (Kind kind : kinds) {
                if (each.kind == kind) {
                    return each;
                }
            }
        }
        return null;
    }

    /** Who asked not to hear through a channel, and concerns this address; null when nobody did. */
    @Nullable
    OptedOut optedOut(String channel, @Nullable String address) {
        return optOuts.stream()
                .filter(each ->
                        each.channel.equals(channel) && (each.email == null || each.email.equalsIgnoreCase(address)))
                .findFirst()
                .orElse(null);
    }

    /** Of whomever at the customer who asked not to hear through a channel; null when nobody did. */
    @Nullable
    OptedOut anyOptOut(String channel) {
        return optOuts.stream()
                .filter(each -> each.channel.equals(channel))
                .findFirst()
                .orElse(null);
    }

    /** The calendar of a recipient: by where they are, where the customer is, or as the organisation has it. */
    BusinessCalendar calendarOf(@Nullable String address, BusinessCalendar organisations) {
        if (places.isEmpty()) {
            return organisations;
        }
        return Stream.of(address == null ? "" : address.toLowerCase(java.util.Locale.ROOT), "")
                .map(places::get)
                .filter(where -> where != null && where.country() != null)
                .findFirst()
                .map(where -> BusinessCalendar.of(java.util.Objects.requireNonNull(where.country())))
                .orElse(organisations);
    }

    /** Points heard since a day, that day included. */
    int heardSince(LocalDate first) {
        int points = 0;
        for (Heard each : heard) {
            points += each.on.isBefore(first) ? 0 : each.points;
        }
        return points;
    }

    /** The same after something more was heard. */
    Reach heard(LocalDate day, int points) {
        return new Reach(
                conditions,
                optOuts,
                Stream.concat(heard.stream(), Stream.of(new Heard(day, points))).toList(),
                places,
                arrears,
                isWrittenTo);
    }

    Reach writtenTo() {
        return new Reach(conditions, optOuts, heard, places, arrears, true, mobile, above, wish);
    }

    Reach withArrears(Map<String, Arrears> arrears) {
        return new Reach(conditions, optOuts, heard, places, arrears, isWrittenTo, mobile, above, wish);
    }

    /**
     * The same customer when its letters go to another: a condition of either counts, people and hours are the payer's,
     * and what either heard was heard.
     */
    Reach answeredBy(Reach payer) {
        if (payer == UNKNOWN
                && conditions.isEmpty()
                && optOuts.isEmpty()
                && places.isEmpty()
                && mobile == null
                && above == null
                && wish == null) {
            return this;
        }
        return new Reach(
                Stream.concat(conditions.stream(), payer.conditions.stream()).toList(),
                payer.optOuts,
                Stream.concat(heard.stream(), payer.heard.stream())
                        .sorted(Comparator.comparing(Heard::on))
                        .toList(),
                payer.places,
                arrears,
                isWrittenTo || payer.isWrittenTo,
                payer.mobile,
                payer.above,
                payer.wish);
    }
}
