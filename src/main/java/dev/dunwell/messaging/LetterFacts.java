package dev.dunwell.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a letter speaks about, checked and cleaned. All of it is text that the caller has already written in the
 * letter's language, and some of it was typed by strangers: control characters, line breaks and the marks that reverse
 * the direction of writing are taken out here, once.
 *
 * @param words customer, contact (may be empty), vendor, sender, date, reply_to, our_slip (empty unless we failed to
 *     remind them in time), door, door_code and door_check (of the payer's door), and whatever else a template may name
 * @param groups the items, one group for each currency, and for each customer it speaks of; at least one item in all
 */
public record LetterFacts(Map<String, String> words, List<Group> groups) {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\uE000-\\uF8FF]");

    private static final List<String> REQUIRED = List.of("customer", "vendor", "sender", "date", "reply_to");

    /**
     * The items of one currency; {@code credit} is empty when there is no credit note to deduct, {@code customer} when
     * all items are the receiver's own.
     */
    public record Group(
            String customer,
            String currency,
            List<Item> items,
            List<Credit> credits,
            String open,
            String credit,
            String toPay) {

        public boolean hasOverdueItems() {
            return items.stream().anyMatch(item -> !item.days().isEmpty());
        }
    }

    /** An open invoice; {@code days} overdue is empty while it is not. */
    public record Item(String number, String issued, String due, String open, String days) {}

    /**
     * A credit note that is deducted, or money on account, which has no number; its amount is written without a sign.
     */
    public record Credit(String number, String amount) {}

    /** Reads the caller's model: maps, lists and text, nothing else, so that a template can reach nothing else. */
    static LetterFacts of(Map<String, Object> model) {
        Map<String, String> words = new TreeMap<>();
        model.forEach((key, value) -> {
            if (value instanceof String text) {
                words.put(key, clean(text));
            } else if (!key.equals("groups")) {
                throw new LetterRefused("A letter is made of text only: write '%s' as text first.".formatted(key));
            }
        });
        words.putIfAbsent("contact", "");
        words.putIfAbsent("our_slip", "");
        words.putIfAbsent("copies", "");
        for (String key : REQUIRED) {
            if (words.getOrDefault(key, "").isBlank()) {
                throw new LetterRefused("The letter has no '%s': give it one.".formatted(key));
            }
        }
        List<Group> groups =
                maps(model, "groups").stream().map(LetterFacts::group).toList();
        if (groups.stream().allMatch(group -> group.items().isEmpty())) {
            throw new LetterRefused("The letter has no item: a letter without an open item is not written.");
        }
        return new LetterFacts(Map.copyOf(words), groups);
    }

    public String word(String key) {
        return Objects.requireNonNull(words.get(key), key);
    }

    public boolean has(String key) {
        return !words.getOrDefault(key, "").isBlank();
    }

    List<Item> items() {
        return groups.stream().flatMap(group -> group.items().stream()).toList();
    }

    private static Group group(Map<?, ?> group) {
        List<Item> items = new ArrayList<>();
        for (Map<?, ?> item : maps(group, "items")) {
            items.add(new Item(
                    text(item, "number"),
                    text(item, "issued"),
                    text(item, "due"),
                    text(item, "open"),
                    textOrNone(item, "days")));
        }
        List<Credit> credits = new ArrayList<>();
        for (Map<?, ?> credit : maps(group, "credits")) {
            credits.add(new Credit(textOrNone(credit, "number"), text(credit, "amount")));
        }
        return new Group(
                textOrNone(group, "customer"),
                text(group, "currency"),
                List.copyOf(items),
                List.copyOf(credits),
                text(group, "open"),
                textOrNone(group, "credit"),
                text(group, "toPay"));
    }

    private static List<Map<?, ?>> maps(Map<?, ?> parent, String key) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (parent.get(key) instanceof List<?> list) {
            for (Object element : list) {
                if (!(element instanceof Map<?, ?> map)) {
                    throw new LetterRefused("The letter's '%s' must be a list of maps.".formatted(key));
                }
                maps.add(map);
            }
        }
        return maps;
    }

    private static String text(Map<?, ?> parent, String key) {
        String text = textOrNone(parent, key);
        if (text.isBlank()) {
            throw new LetterRefused("An item or group of the letter has no '%s': write it as text.".formatted(key));
        }
        return text;
    }

    private static String textOrNone(Map<?, ?> parent, String key) {
        return parent.get(key) instanceof String text ? clean(text) : "";
    }

    /** Keeps one line of visible characters. */
    private static String clean(String text) {
        String line = BREAKS.matcher(text).replaceAll(" ");
        return INVISIBLE.matcher(line).replaceAll("").strip();
    }
}
