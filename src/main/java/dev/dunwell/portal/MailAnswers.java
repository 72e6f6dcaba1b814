package dev.dunwell.portal;

import dev.dunwell.access.Organisation;
import dev.dunwell.cases.QuestionAnswered;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.messaging.Outbox;
import dev.dunwell.messaging.OwnWords;
import dev.dunwell.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mails the answer to whoever asked at the door. It leaves like every other answer: through the outbox, and may be
 * recalled until then.
 */
@Component
class MailAnswers {

    private final Links links;
    private final Customers customers;
    private final Outbox outbox;
    private final JdbcClient db;
    private final Clock clock;

    MailAnswers(Links links, Customers customers, Outbox outbox, JdbcClient db, Clock clock) {
        this.links = links;
        this.customers = customers;
        this.outbox = outbox;
        this.db = db;
        this.clock = clock;
    }

    private record Asked(long linkId, String question) {}

    @EventListener
    void on(QuestionAnswered event) {
        db.sql("""
                select k.link_id, q.body
                from door_case k
                join question q on q.org_id = k.org_id and q.id = k.question_id
                where k.question_id = ?
                """)
                .param(event.questionId())
                .query((row, _) -> new Asked(row.getLong("link_id"), row.getString("body")))
                .optional()
                .ifPresent(asked -> links.byId(asked.linkId)
                        .flatMap(link -> links.recipient(link.customerId(), link.toAddress()))
                        .ifPresent(to -> outbox.write(
                                words(event, asked.question, to), event.caller().actor())));
    }

    private OwnWords words(QuestionAnswered event, String question, Links.Recipient to) {
        Organisation here = event.caller().organisation();
        Customer customer = customers.byId(to.customerId()).orElseThrow(() -> new NotFound("customer"));
        DoorWords words = DoorWords.of(to.language());
        String quoted = question.lines().map(line -> "> " + line).reduce("", (a, b) -> a + b + "\n");
        return new OwnWords(
                customer.id(),
                event.caller().today(),
                words.language(),
                to.name(),
                to.address(),
                words.word("answer.subject"),
                event.answer() + "\n\n" + event.caller().actor().name() + "\n" + here.name() + "\n\n" + quoted,
                "<" + UUID.randomUUID() + "@dunwell.invalid>",
                null,
                Map.of("customer", customer.name(), "customer_number", customer.number(), "numbers", List.of()),
                clock.instant().plus(Duration.ofMinutes(here.recallMinutes())));
    }
}
