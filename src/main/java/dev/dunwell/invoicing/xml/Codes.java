package dev.dunwell.invoicing.xml;

import dev.dunwell.agreements.Tax;
import dev.dunwell.agreements.Tax.Category;
import dev.dunwell.invoicing.Content;
import dev.dunwell.invoicing.Draft;
import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What both syntaxes write in the same way. */
final class Codes {

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("hour", "HUR"),
            Map.entry("hours", "HUR"),
            Map.entry("day", "DAY"),
            Map.entry("days", "DAY"),
            Map.entry("week", "WEE"),
            Map.entry("month", "MON"),
            Map.entry("year", "ANN"),
            Map.entry("km", "KMT"),
            Map.entry("kg", "KGM"),
            Map.entry("m", "MTR"));
    private static final String ONE = "C62";

    private Codes() {}

    /**
     * The terms of payment (BT-20). XRechnung wants discounts for paying early so that machines can read them as well,
     * {@code #SKONTO#TAGE=10#PROZENT=2.00#} on a line of its own (BR-DE-18); a rate with more than two decimals cannot
     * be written so and stands in the sentences only.
     */
    static String terms(Content content, Profile profile) {
        String sentences = String.join("\n", content.terms());
        return profile == Profile.XRECHNUNG
                ? content.discounts().stream()
                                .filter(step ->
                                        step.percent().stripTrailingZeros().scale() <= 2)
                                .map(step -> "#SKONTO#TAGE=%d#PROZENT=%s#\n"
                                        .formatted(
                                                step.days(),
                                                step.percent().setScale(2).toPlainString()))
                                .collect(Collectors.joining())
                        + sentences
                : sentences;
    }

    /** UNTDID 1001. */
    static String type(Content content) {
        return switch (content.kind()) {
            case INVOICE, FINAL -> "380";
            case DEPOSIT -> "386";
            case CREDIT_NOTE -> "381";
        };
    }

    /** UN/ECE recommendation 20; of a unit that it does not know, one. */
    static String unit(String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        return unit.matches("[A-Z0-9]{2,3}") ? unit : UNITS.getOrDefault(lower, ONE);
    }

    /** UNTDID 4461: a SEPA transfer, or any other. */
    static String means(Content.Payment payment, Content content) {
        boolean isEuro = content.sums().gross().currency().getCurrencyCode().equals("EUR");
        return isEuro && isIban(payment.iban()) ? "58" : "30";
    }

    static boolean isIban(String account) {
        return account.matches("[A-Z]{2}[0-9]{2}.*");
    }

    static String amount(Money money) {
        return money.amount().toPlainString();
    }

    static String number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0).toPlainString() : plain.toPlainString();
    }

    static String basic(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    /** Empty where the category has none. */
    static String percent(Tax tax) {
        return tax.category() == Category.O ? "" : number(tax.percent());
    }

    /** Why nothing is charged; empty where something is. */
    static String exemption(Content content, Tax tax) {
        Category category = tax.category();
        if (!category.saysWhy()) {
            return "";
        }
        return category == Category.E ? content.references().exemption() : category.title();
    }

    static String exemptionCode(Tax tax) {
        return tax.category().exemptionCode().orElse("");
    }

    static boolean goesAbroad(Content content) {
        return content.taxes().stream().map(Draft.TaxSum::tax).anyMatch(tax -> tax.category() == Category.K);
    }
}
