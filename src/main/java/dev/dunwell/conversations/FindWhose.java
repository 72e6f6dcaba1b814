package dev.dunwell.conversations;

import dev.dunwell.conversations.Whose.By;
import dev.dunwell.conversations.reading.DeliveryReport;
import dev.dunwell.conversations.reading.IncomingMail;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the customer behind a mail: by token, by what it answers, by its sender, by an invoice that it names. */
@Component
class FindWhose {

    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\d][\\p{L}\\d./_-]{2,40}");
    private static final int MOST_WORDS = 400;

    private final JdbcClient db;

    FindWhose(JdbcClient db) {
        this.db = db;
    }

    private record Named(long id, long customerId) {}

    @Transactional(propagation = Propagation.MANDATORY)
    Whose of(IncomingMail mail) {
        List<Named> named = invoices(mail.subject() + " " + mail.said().answer());
        Whose whose = answered("reply_token", ReplyTokens.in(mail), By.TOKEN)
                .or(() -> answered("message_id", mail.references(), By.MESSAGE_ID))
                .or(() -> answered(
                        "message_id",
                        mail.reports().stream()
                                .map(DeliveryReport::about)
                                .filter(about -> !about.isEmpty())
                                .toList(),
                        By.MESSAGE_ID))
                .or(() -> goesOn(mail.references()))
                .or(() -> sender(mail.fromAddress()))
                .or(() -> ofNumbers(named))
                .orElse(Whose.NOBODYS);
        return whose.withInvoices(named.stream()
                .filter(invoice -> Objects.equals(invoice.customerId, whose.customerId()))
                .map(Named::id)
                .toList());
    }

    private Optional<Whose> answered(String column, List<String> values, By by) {
        return values.isEmpty()
                ? Optional.empty()
                : db.sql(("select id, customer_id, to_address from message where %s = any(:values)"
                                        + " and (sent_at is not null or state in ('sending', 'unknown')) order by id desc limit 1")
                                .formatted(column))
                        .param("values", values.toArray(String[]::new))
                        .query((row, _) -> new Whose(row.getLong(2), by, row.getLong(1), row.getString(3), List.of()))
                        .optional();
    }

    /** A mail that goes on from another of the same customer. */
    private Optional<Whose> goesOn(List<String> references) {
        return references.isEmpty()
                ? Optional.empty()
                : customer(
                        db.sql("select distinct customer_id from received_mail where message_id"
                                        + " = any(:ids) and customer_id is not null")
                                .param("ids", references.toArray(String[]::new))
                                .query((row, _) -> row.getLong(1))
                                .list(),
                        By.MESSAGE_ID);
    }

    private Optional<Whose> sender(String address) {
        return address.isEmpty()
                ? Optional.empty()
                : customer(
                        db.sql("select distinct customer_id from contact where lower(email) ="
                                        + " :address and voided_at is null")
                                .param("address", address)
                                .query((row, _) -> row.getLong(1))
                                .list(),
                        By.SENDER);
    }

    private static Optional<Whose> ofNumbers(List<Named> named) {
        return customer(named.stream().map(Named::customerId).distinct().toList(), By.NUMBER);
    }

    private static Optional<Whose> customer(List<Long> customers, By by) {
        return customers.size() == 1
                ? Optional.of(new Whose(customers.getFirst(), by, null, null, List.of()))
                : Optional.empty();
    }

    private List<Named> invoices(String text) {
        String[] words = NUMBER.matcher(text)
                .results()
                .map(found -> found.group().replaceAll("[./_-]+$", ""))
                .filter(word -> word.chars().anyMatch(Character::isDigit))
                .distinct()
                .limit(MOST_WORDS)
                .toArray(String[]::new);
        return words.length == 0
                ? List.of()
                : db.sql("select id, customer_id from invoice where number = any(:words) and"
                                + " voided_at is null limit 50")
                        .param("words", words)
                        .query((row, _) -> new Named(row.getLong(1), row.getLong(2)))
                        .list();
    }
}
