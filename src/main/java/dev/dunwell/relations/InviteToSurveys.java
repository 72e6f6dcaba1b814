package dev.dunwell.relations;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Secret;
import dev.dunwell.kernel.Sql;
import dev.dunwell.messaging.Outbox;
import dev.dunwell.messaging.OwnWords;
import dev.dunwell.messaging.PublicAddress;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks whoever settled an invoice how it was: one mail with one link, through the outbox, past the guards. Asks nobody
 * while anything is overdue, contested or unanswered, never the same address twice within 92 days, and at most once a
 * year where two or fewer invoices a year are billed. Safe to run twice.
 */
@Component
public class InviteToSurveys {

    /** What the outbox and lists call such a mail. */
    public static final String KIND = "survey";

    /** How long a link may be answered. */
    static final int OPEN_DAYS = 30;

    /** Settled longer ago, the moment to ask has passed. */
    private static final int FRESH_DAYS = 3;

    private static final String DUE = Sql.named("relations/survey-due");
    private static final Actor ASKER = Actor.automation("survey");

    private final JdbcClient db;
    private final SurveySettings settings;
    private final SurveyStops stops;
    private final SurveyPeace peace;
    private final Outbox outbox;
    private final Clock clock;
    private final PublicAddress publicAddress;

    InviteToSurveys(
            JdbcClient db,
            SurveySettings settings,
            SurveyStops stops,
            SurveyPeace peace,
            Outbox outbox,
            PublicAddress publicAddress,
            Clock clock) {
        this.db = db;
        this.settings = settings;
        this.stops = stops;
        this.peace = peace;
        this.outbox = outbox;
        this.clock = clock;
        this.publicAddress = publicAddress;
    }

    private record Due(
            long customerId,
            String customerNumber,
            String customerName,
            long invoiceId,
            String invoice,
            String[] segments,
            String collector,
            long contactId,
            String contact,
            String email,
            @Nullable String language,
            int invoicesAYear,
            @Nullable LocalDate askedOn) {}

    /** @return how many were asked; none while the organisation has not switched it on, or has no address to link to */
    @Transactional
    public int run(Organisation here, LocalDate today) {
        String address = publicAddress.of(here).orElse("");
        if (!settings.isOn() || address.isEmpty()) {
            return 0;
        }
        List<Due> due = db.sql(DUE)
                .param("sinceOn", today.minusDays(FRESH_DAYS))
                .param("today", today)
                .query((row, _) -> due(row))
                .list();
        Set<Long> stopped =
                stops.of(due.stream().map(Due::customerId).toList(), today).keySet();
        int asked = 0;
        for (Due each : due) {
            boolean isOurs =
                    !stopped.contains(each.customerId) && SurveyRule.mayAsk(today, each.askedOn, each.invoicesAYear);
            if (isOurs && peace.take(each.email, today, each.invoicesAYear)) {
                ask(here, each, address, today);
                asked++;
            }
        }
        return asked;
    }

    private void ask(Organisation here, Due due, String address, LocalDate today) {
        SurveyWords words = SurveyWords.of(
                Objects.requireNonNullElse(due.language, here.locale().getLanguage()));
        Secret link = Secret.link();
        String url = address + "/survey/" + link.text();
        var mail = new OwnWords(
                due.customerId,
                today,
                words.language(),
                due.contact,
                due.email,
                words.word("mail.subject", here.name()),
                words.word("mail.text", here.name(), due.invoice, url),
                "<" + UUID.randomUUID() + "@dunwell.invalid>",
                null,
                Map.of(
                        "customer",
                        due.customerName,
                        "customer_number",
                        due.customerNumber,
                        "numbers",
                        List.of(due.invoice)),
                clock.instant().plus(Duration.ofMinutes(here.recallMinutes())));
        insert(due, words.language(), link, outbox.write(mail, KIND, ASKER), today);
    }

    private void insert(Due due, String language, Secret link, long message, LocalDate today) {
        db.sql("""
                insert into survey (customer_id, invoice_id, contact_id, to_name, to_address, language, token_hash, message_id,
                  asked_on, closes_on, collector, segments)
                values (:customer, :invoice, :contact, :name, :address, :language, :hash, :message,
                  :today, :closes, :collector, :segments)
                """)
                .param("customer", due.customerId)
                .param("invoice", due.invoiceId)
                .param("contact", due.contactId)
                .param("name", due.contact)
                .param("address", due.email)
                .param("language", language)
                .param("hash", link.hash())
                .param("message", message)
                .param("today", today)
                .param("closes", today.plusDays(OPEN_DAYS))
                .param("collector", due.collector)
                .param("segments", due.segments)
                .update();
    }

    private static Due due(ResultSet row) throws SQLException {
        Array tags = row.getArray("tags");
        return new Due(
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getString("customer_name"),
                row.getLong("invoice_id"),
                row.getString("number"),
                (String[]) tags.getArray(),
                row.getString("collector"),
                row.getLong("contact_id"),
                row.getString("contact_name"),
                row.getString("email"),
                row.getString("language"),
                row.getInt("invoices_a_year"),
                row.getObject("asked_on", LocalDate.class));
    }
}
