package dev.dunwell.messaging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a text that is filled in when it is written: {@code {{ total }}}. */
public record Placeholder(String name, String meaning) {

    private static final List<Placeholder> ALL = List.of(
            new Placeholder("greeting", "The greeting with the contact’s name, or without when there is none"),
            new Placeholder("items", "The table of invoices with their amounts; a paragraph of its own"),
            new Placeholder("total", "What is to be paid, one amount for each currency"),
            new Placeholder("pay", "How to pay: the payment details of the letterhead; a paragraph of its own"),
            new Placeholder("door", "Where they see all that is open and answer; stands below how to pay by itself"),
            new Placeholder("deadline", "The day by which a final notice is to be answered; only there"),
            new Placeholder("invoices", "“invoice 2026-17”, or “3 invoices”"),
            new Placeholder("count", "How many invoices, for {% if count == 1 %}…{% else %}…{% endif %}"),
            new Placeholder("invoice", "The first invoice: invoice.number, .issued, .due, .open"),
            new Placeholder("date", "The day it is written"),
            new Placeholder("customer", "The customer’s name"),
            new Placeholder("contact", "The name of the person written to; may be empty"),
            new Placeholder("vendor", "Your organisation"),
            new Placeholder("sender", "Who signs"),
            new Placeholder("reply_to", "The address that answers go to"),
            new Placeholder("signature", "Regards, who signs, your organisation"),
            new Placeholder("our_slip", "Empty, unless our own reminder failed: {% if our_slip != \"\" %}…{% endif %}"),
            new Placeholder(
                    "copies", "A mail that says it takes copies of the invoices along, and names them; else empty"),
            new Placeholder("groups", "The items by currency, for {% for group in groups %}"));

    private static final List<Placeholder> OF_SCRIPTS = List.of(
            new Placeholder("caller", "Who calls"),
            new Placeholder("overdue_days", "Days since the oldest due date; 0 when nothing is overdue"),
            new Placeholder("promise", "The last promise, as “1,200.00 EUR by 3 March 2026”; may be empty"));

    private static final Set<String> TOO_LONG_FOR_A_TELEPHONE =
            Set.of("items", "pay", "door", "copies", "groups", "signature", "greeting");

    private static final Pattern TAG = Pattern.compile("\\{\\{-?(.*?)-?}}|\\{%-?\\s*(\\w+)(.*?)-?%}");
    private static final Pattern LOOP = Pattern.compile("\\{%-?\\s*for\\s+(\\w+)\\s+in\\b");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.|])([a-zA-Z_]\\w*)");
    private static final Set<String> OF_LIQUID = Set.of(
            "and",
            "or",
            "contains",
            "true",
            "false",
            "nil",
            "null",
            "empty",
            "blank",
            "in",
            "reversed",
            "limit",
            "offset",
            "forloop");

    /** A name used in a text that nothing fills in; its line counts from 1. */
    record Unknown(int line, String name) {}

    /** What a text of this kind may name. */
    public static List<Placeholder> of(TextKey.Kind kind) {
        List<Placeholder> all = new ArrayList<>(ALL);
        if (kind == TextKey.Kind.SCRIPT) {
            all.removeIf(p -> Set.of("pay", "door", "deadline", "copies").contains(p.name));
            all.addAll(OF_SCRIPTS);
        } else if (kind == TextKey.Kind.SMS) {
            all.removeIf(p -> TOO_LONG_FOR_A_TELEPHONE.contains(p.name));
        }
        return List.copyOf(all);
    }

    static List<Unknown> unknown(TextKey.Kind kind, String source) {
        Set<String> known = new HashSet<>(OF_LIQUID);
        of(kind).forEach(placeholder -> known.add(placeholder.name));
        LOOP.matcher(source).results().forEach(loop -> known.add(loop.group(1)));
        return used(source).stream()
                .filter(use -> !known.contains(use.name))
                .distinct()
                .toList();
    }

    /** Whether a text names it anywhere. */
    static boolean isUsed(String source, String name) {
        return used(source).stream().anyMatch(use -> use.name.equals(name));
    }

    private static List<Unknown> used(String source) {
        List<Unknown> used = new ArrayList<>();
        Matcher tag = TAG.matcher(source);
        while (tag.find()) {
            String inside = tag.group(1) != null ? tag.group(1).replaceAll("\\|\\s*\\w+", " ") : tag.group(3);
            int line = 1
                    + (int) source.substring(0, tag.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            if (inside != null && !"comment".equals(tag.group(2))) {
                Matcher name = NAME.matcher(inside.replaceAll("\"[^\"]*\"|'[^']*'", " "));
                while (name.find()) {
                    used.add(new Unknown(line, name.group(1)));
                }
            }
        }
        return used;
    }
}
