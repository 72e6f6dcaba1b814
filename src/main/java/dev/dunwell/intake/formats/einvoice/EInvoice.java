package dev.dunwell.intake.formats.einvoice;

import dev.dunwell.intake.formats.xml.Element;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An electronic invoice or credit note as its XML says it.
 *
 * @param fields what is filled, dates as {@code 2024-01-31}, numbers as they stand
 */
record EInvoice(Syntax syntax, Map<Field, String> fields, List<Line> lines) {

    /** UNTDID 1001: the types that take back what an invoice asked for. */
    private static final Set<String> CREDIT_TYPES =
            Set.of("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532");

    private static final Pattern BASIC_DATE = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d).*");
    private static final Pattern DAYS = Pattern.compile(
            "(\\d{1,3})\\s*(?:Tagen?|days?|jours?|d[ií]as|giorni|dagar|dager|dage|dagen)\\b", Pattern.CASE_INSENSITIVE);

    EInvoice {
        fields = Map.copyOf(fields);
        lines = List.copyOf(lines);
    }

    /** One of its lines; every text as it stands. */
    record Line(String description, String quantity, String price, String amount) {}

    static EInvoice of(Element root, Syntax syntax) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            field.places(syntax).stream()
                    .map(root::at)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .ifPresent(text -> fields.put(field, field.isDate() ? day(text) : text));
        }
        return new EInvoice(syntax, fields, lines(root, syntax));
    }

    String at(Field field) {
        return fields.getOrDefault(field, "");
    }

    boolean isCredit() {
        return syntax == Syntax.UBL_CREDIT_NOTE
                || CREDIT_TYPES.contains(at(Field.TYPE))
                || at(Field.PAYABLE).startsWith("-");
    }

    /**
     * The day that many days after its issue, where the terms name exactly one number of days and no discount; else
     * empty.
     */
    String dueByTerms() {
        String terms = at(Field.TERMS);
        List<String> days = DAYS.matcher(terms)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        boolean plain = days.size() == 1 && terms.indexOf('%') < 0 && terms.indexOf('#') < 0;
        return plain ? later(at(Field.ISSUED), Integer.parseInt(days.getFirst())) : "";
    }

    private static String later(String day, int days) {
        try {
            return LocalDate.parse(day).plusDays(days).toString();
        } catch (DateTimeParseException e) {
            return "";
        }
    }

    private static String day(String text) {
        Matcher basic = BASIC_DATE.matcher(text);
        return basic.matches()
                ? basic.group(1) + "-" + basic.group(2) + "-" + basic.group(3)
                : text.substring(0, Math.min(text.length(), 10));
    }

    private static List<Line> lines(Element root, Syntax syntax) {
        return switch (syntax) {
            case UBL_INVOICE ->
                root.all("InvoiceLine")
                        .map(line -> ubl(line, "InvoicedQuantity"))
                        .toList();
            case UBL_CREDIT_NOTE ->
                root.all("CreditNoteLine")
                        .map(line -> ubl(line, "CreditedQuantity"))
                        .toList();
            case CII, ZUGFERD_1 ->
                root.all(syntax.path("", "SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem"))
                        .map(line -> cii(line, syntax))
                        .toList();
        };
    }

    private static Line ubl(Element line, String quantity) {
        return new Line(
                line.at("Item/Name"), line.at(quantity), line.at("Price/PriceAmount"), line.at("LineExtensionAmount"));
    }

    private static Line cii(Element line, Syntax syntax) {
        String price = "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount";
        String amount = "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount";
        return new Line(
                line.at("SpecifiedTradeProduct/Name"),
                line.at(syntax.path("", "SpecifiedLineTradeDelivery/BilledQuantity")),
                line.at(syntax.path("", price)),
                line.at(syntax.path("", amount)));
    }
}
