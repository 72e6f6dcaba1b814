package dev.dunwell.messaging;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A letter's facts as they could be, to try a text out where no customer is at hand. */
public final class SampleFacts {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    private SampleFacts() {}

    /** One invoice or two, overdue, in euros. */
    public static Map<String, Object> of(String language, int invoices) {
        Wording wording = Wording.of(language);
        Map<String, Object> model = new HashMap<>();
        model.put("customer", "Castellano Foods");
        model.put("contact", "Ana Castellano");
        model.put("vendor", "Meridian Supplies");
        model.put("sender", "Nora Lindqvist");
        model.put("date", wording.date(DAY));
        model.put("deadline", wording.date(DAY.plusDays(10)));
        model.put("reply_to", "nora@meridian.example");
        model.put("copies", wording.word("copiesAttached").replace("{0}", "MS-20538"));
        model.put("caller", "Nora Lindqvist");
        model.put("overdue_days", "12");
        model.put("promise", wording.amount(Money.of("500", "EUR")) + ", " + wording.date(DAY.minusDays(3)));
        List<Map<String, Object>> items =
                List.of(item(wording, "MS-20538", 15, "1200"), item(wording, "MS-20541", 12, "64.50"));
        String toPay = wording.amount(Money.of(invoices == 1 ? "1200" : "1264.50", "EUR"));
        model.put(
                "groups",
                List.of(Map.of("currency", "EUR", "items", items.subList(0, invoices), "open", toPay, "toPay", toPay)));
        return model;
    }

    private static Map<String, Object> item(Wording wording, String number, int days, String open) {
        return Map.of(
                "number", number,
                "issued", wording.date(DAY.minusDays(30L + days)),
                "due", wording.date(DAY.minusDays(days)),
                "open", wording.amount(Money.of(open, "EUR")),
                "days", Integer.toString(days));
    }
}
