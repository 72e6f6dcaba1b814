package dev.dunwell.messaging;

import dev.dunwell.messaging.LetterFacts.Credit;
import dev.dunwell.messaging.LetterFacts.Group;
import dev.dunwell.messaging.LetterFacts.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a letter with places to fill in: a first line {@code Subject: …}, an empty line, then the body in
 * {@link Prose} with {@link Liquid} in it. Besides the words of {@link LetterFacts} a template may name {@code count}
 * (of items), {@code total} (to pay, one amount for each currency, unless the facts say it), {@code invoice} (the first
 * item), {@code groups}, {@code items} (the table), and the parts that {@link Wording} says the same everywhere:
 * {@code greeting}, {@code invoices}, {@code pay}, {@code door}, {@code signature}.
 */
record LetterTemplate(String subject, String body) {

    private static final String SUBJECT = "Subject:";

    static LetterTemplate of(String source) {
        String[] parts = source.replace("\r\n", "\n")
                .replace(Prose.ITEMS, "")
                .replace(Prose.DOOR, "")
                .split("\n", 2);
        if (!parts[0].startsWith(SUBJECT) || parts[0].length() == SUBJECT.length() || parts.length < 2) {
            throw new LetterRefused("A template begins with a line 'Subject: …', then an empty line and the letter.");
        }
        return new LetterTemplate(parts[0].substring(SUBJECT.length()).strip(), parts[1].strip());
    }

    LetterPage filledIn(LetterFacts facts, Wording wording, Stationery stationery) {
        Map<String, Object> model = model(facts, wording, stationery);
        String filledSubject = Prose.line(Liquid.render(subject, model));
        return new LetterPage(filledSubject, facts, blocks(Liquid.render(body, model), facts), wording);
    }

    /** Every demand can be answered: the door stands once, at its end when the text names no place for it. */
    private static List<LetterPage.Block> blocks(String filled, LetterFacts facts) {
        var door = new LetterPage.Door();
        List<LetterPage.Block> blocks = new ArrayList<>(Prose.blocks(filled));
        int place = blocks.contains(door) ? blocks.indexOf(door) : blocks.size();
        blocks.removeIf(door::equals);
        if (facts.has("door_code")) {
            blocks.add(place, door);
        }
        return List.copyOf(blocks);
    }

    /** What the template sees: quoted text, so that a name full of stars or braces stays a name. */
    static Map<String, Object> model(LetterFacts facts, Wording wording, Stationery stationery) {
        Map<String, Object> model = new HashMap<>();
        facts.words().forEach((key, value) -> model.put(key, Prose.quote(value)));
        List<String> sums = facts.groups().stream().map(Group::toPay).toList();
        model.put("count", facts.items().size());
        model.putIfAbsent("total", Prose.quote(wording.list(sums)));
        model.put("invoice", item(facts.items().getFirst()));
        model.put("groups", facts.groups().stream().map(LetterTemplate::group).toList());
        model.put("items", Prose.ITEMS);
        model.put("greeting", Prose.quote(wording.greeting(facts.word("contact"))));
        model.put("invoices", Prose.quote(invoices(facts, wording)));
        String door = facts.has("door_code") ? Prose.DOOR : "";
        model.put("door", door);
        model.put("pay", Prose.quote(wording.pay(stationery.paymentDetails())) + door);
        model.put("signature", signature(facts, wording));
        return model;
    }

    /** Who signs for whom; an organisation that signs itself stands there once. */
    private static String signature(LetterFacts facts, Wording wording) {
        String sender = facts.word("sender");
        String signed = wording.word("regards") + "\n**" + Prose.quote(sender) + "**";
        String vendor = facts.word("vendor");
        return vendor.equals(sender) ? signed : signed + "\n" + Prose.quote(vendor);
    }

    static String invoices(LetterFacts facts, Wording wording) {
        List<Item> items = facts.items();
        return items.size() == 1
                ? wording.word("invoiceOne").replace("{0}", items.getFirst().number())
                : wording.word("invoiceMany").replace("{0}", Integer.toString(items.size()));
    }

    private static Map<String, Object> group(Group group) {
        return Map.of(
                "currency", Prose.quote(group.currency()),
                "items", group.items().stream().map(LetterTemplate::item).toList(),
                "credits", group.credits().stream().map(LetterTemplate::credit).toList(),
                "open", Prose.quote(group.open()),
                "credit", Prose.quote(group.credit()),
                "toPay", Prose.quote(group.toPay()));
    }

    private static Map<String, Object> item(Item item) {
        return Map.of(
                "number", Prose.quote(item.number()),
                "issued", Prose.quote(item.issued()),
                "due", Prose.quote(item.due()),
                "open", Prose.quote(item.open()),
                "days", Prose.quote(item.days()));
    }

    private static Map<String, Object> credit(Credit credit) {
        return Map.of("number", Prose.quote(credit.number()), "amount", Prose.quote(credit.amount()));
    }
}
