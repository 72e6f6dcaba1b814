package dev.dunwell.collections;

import dev.dunwell.reach.Condition.Kind;
import dev.dunwell.reach.Limits;
import dev.dunwell.reach.PreferredDay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one customer's facts as {@code reach(as_of, heard_from)} of the database lists them. */
final class ReachFacts {

    private final List<Reach.Noted> conditions = new ArrayList<>();
    private final List<Reach.OptedOut> optOuts = new ArrayList<>();
    private final List<Reach.Heard> heard = new ArrayList<>();
    private final Map<String, Reach.Where> places = new HashMap<>();
    private Reach.@Nullable Mobile mobile;
    private Party.@Nullable Recipient above;
    private Reach.@Nullable Wish wish;

    private ReachFacts() {}

    /** @param text a list of facts, null for none */
    static Reach of(@Nullable String text, JsonMapper json) {
        if (text == null) {
            return Reach.UNKNOWN;
        }
        ReachFacts facts = new ReachFacts();
        for (JsonNode fact : json.readTree(text)) {
            facts.add(fact);
        }
        return new Reach(
                facts.conditions,
                facts.optOuts,
                facts.heard,
                facts.places,
                Map.of(),
                false,
                facts.mobile,
                facts.above,
                facts.wish);
    }

    private void add(JsonNode fact) {
        switch (fact.get("fact").asString()) {
            case "condition" ->
                conditions.add(new Reach.Noted(
                        Kind.ofCode(fact.get("kind").asString()),
                        day(fact, "on"),
                        dayOrNone(fact, "debit"),
                        text(fact, "why")));
            case "opt_out" -> optOut(fact);
            case "heard" ->
                heard.add(new Reach.Heard(
                        day(fact, "on"), Limits.Fatigue.weight(fact.get("kind").asString())));
            case "place" -> place(fact);
            case "above" -> above = new Party.Recipient(text(fact, "who"), text(fact, "email"));
            case "mobile" ->
                mobile = new Reach.Mobile(
                        text(fact, "who"),
                        text(fact, "number"),
                        fact.get("none").asBoolean());
            case "day" -> wish = wish(fact);
            default -> throw new IllegalStateException("reach() speaks of " + fact);
        }
    }

    /** A contact without an address gets no mail anyway. */
    private void optOut(JsonNode fact) {
        boolean isOfContact = textOrNone(fact, "contact") != null;
        String email = textOrNone(fact, "who");
        if (!isOfContact || email != null) {
            optOuts.add(new Reach.OptedOut(
                    fact.get("kind").asString(), isOfContact ? email : null, day(fact, "on"), text(fact, "why")));
        }
    }

    private void place(JsonNode fact) {
        String zone = textOrNone(fact, "zone");
        boolean isOfContact = textOrNone(fact, "contact") != null;
        String email = textOrNone(fact, "who");
        if (!isOfContact || email != null) {
            places.put(
                    email == null ? "" : email.toLowerCase(Locale.ROOT),
                    new Reach.Where(zone == null ? null : ZoneId.of(zone), textOrNone(fact, "country")));
        }
    }

    private static Reach.Wish wish(JsonNode fact) {
        var every = PreferredDay.Every.valueOf(fact.get("every").asString().toUpperCase(Locale.ROOT));
        var day = new PreferredDay(every, fact.get("day").asInt());
        return new Reach.Wish(day, day(fact, "on"), fact.get("most").asInt());
    }

    private static LocalDate day(JsonNode fact, String name) {
        return LocalDate.parse(fact.get(name).asString());
    }

    private static @Nullable LocalDate dayOrNone(JsonNode fact, String name) {
        String text = textOrNone(fact, name);
        return text == null ? null : LocalDate.parse(text);
    }

    private static String text(JsonNode fact, String name) {
        String text = textOrNone(fact, name);
        return text == null ? "" : text;
    }

    private static @Nullable String textOrNone(JsonNode fact, String name) {
        JsonNode value = fact.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }
}
