package dev.dunwell.portal.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.payments.AccountNews;
import dev.dunwell.payments.PayWords;
import dev.dunwell.payments.WayToPay;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How what was chosen can be paid.
 *
 * @param many the invoices to choose from
 * @param words those of the ways to pay
 * @param account what the payer is warned of
 * @param parts one for each currency that was chosen
 */
public record PayView(ManyView many, PayWords words, AccountNews.News account, List<Part> parts) {

    public PayView {
        parts = List.copyOf(parts);
    }

    /** What is paid at once, in one currency, and the ways that are open for it. */
    public record Part(Choice choice, List<WayToPay> ways) {

        public Part {
            ways = List.copyOf(ways);
        }

        public String numbers() {
            return choice.lines().stream().map(line -> line.item().number()).collect(Collectors.joining(", "));
        }
    }

    /** What a way costs in the end. */
    public Money total(WayToPay way) {
        Money surcharge = way.surcharge();
        Money amount = way.amount();
        if (amount == null || surcharge == null) {
            throw new IllegalStateException("nothing was chosen");
        }
        return amount.plus(surcharge);
    }

    /** The part of an address that names what was chosen. */
    public String query(Choice choice) {
        return choice.lines().stream()
                .map(line -> "invoice=" + line.item().invoiceId()
                        + (line.isPart() ? "&part" + line.item().invoiceId() + "=" + figure(line) : ""))
                .collect(Collectors.joining("&"));
    }

    private String figure(Choice.Line line) {
        return URLEncoder.encode(many.figure(line.amount()), StandardCharsets.UTF_8);
    }

    /** As the payer writes it, in the field of an invoice; empty when all of it is meant. */
    public String typed(long invoiceId) {
        return parts.stream()
                .flatMap(part -> part.choice().lines().stream())
                .filter(line -> line.item().invoiceId() == invoiceId && line.isPart())
                .map(line -> many.figure(line.amount()))
                .findFirst()
                .orElse("");
    }
}
