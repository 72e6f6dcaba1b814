package dev.dunwell.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The model of a letter from Nora at Meridian to James at Brightwater, for tests to change one thing in. */
final class SampleLetter {

    private SampleLetter() {}

    /** Two invoices in pounds, twelve and three days overdue. */
    static Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>(Map.of(
                "customer", "Brightwater Foods Ltd",
                "contact", "James Okafor",
                "vendor", "Meridian Supplies",
                "sender", "Nora Lindqvist",
                "date", "12 December 2026",
                "deadline", "22 December 2026",
                "reply_to", "nora@meridian.example"));
        model.put(
                "groups",
                List.of(group(
                        "GBP",
                        List.of(
                                item("MS-20538", "30 Nov 2026", "3,264.00 GBP", "12"),
                                item("MS-20541", "9 Dec 2026", "1,118.40 GBP", "3")),
                        List.of(),
                        "4,382.40 GBP",
                        "4,382.40 GBP")));
        return model;
    }

    /** The same letter about one invoice only. */
    static Map<String, Object> modelOfOne() {
        Map<String, Object> model = model();
        model.put(
                "groups",
                List.of(group(
                        "GBP",
                        List.of(item("MS-20538", "30 Nov 2026", "3,264.00 GBP", "12")),
                        List.of(),
                        "3,264.00 GBP",
                        "3,264.00 GBP")));
        return model;
    }

    static Map<String, Object> modelWith(String key, String value) {
        Map<String, Object> model = model();
        model.put(key, value);
        return model;
    }

    static Map<String, Object> item(String number, String due, String open, String days) {
        return Map.of("number", number, "issued", "31 Oct 2026", "due", due, "open", open, "days", days);
    }

    static Map<String, Object> group(
            String currency,
            List<Map<String, Object>> items,
            List<Map<String, Object>> credits,
            String open,
            String toPay) {
        Map<String, Object> group = new HashMap<>();
        group.put("currency", currency);
        group.put("items", new ArrayList<>(items));
        group.put("credits", credits);
        group.put("open", open);
        group.put("toPay", toPay);
        return group;
    }
}
