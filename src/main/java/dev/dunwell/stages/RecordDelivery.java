package dev.dunwell.stages;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.collections.CustomersTouched;
import dev.dunwell.collections.Grade;
import dev.dunwell.collections.Journeys;
import dev.dunwell.collections.Move;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what shows that an invoice arrived, or that it came back, as a person learned it (R143). */
@Component
public class RecordDelivery {

    /** Where a person may have it from. */
    public static final List<String> SOURCES = List.of("call", "person", "carrier", "portal", "e_invoice", "report");

    private final JdbcClient db;
    private final Journeys journeys;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RecordDelivery(JdbcClient db, Journeys journeys, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.journeys = journeys;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What shows it.
     *
     * @param grade {@link Grade#NONE} says that it came back
     * @param on the day it arrived or came back; refused in the future
     * @param source one of {@link #SOURCES}
     * @param detail who said so, a tracking number; may be empty
     */
    public record Proof(Grade grade, LocalDate on, String source, String detail) {}

    /** @return the id of the evidence */
    @Transactional
    public long record(Caller caller, long invoiceId, Proof proof) {
        check(proof, caller.today());
        Journeys.Way way = journeys.require(caller, invoiceId, Move.CONFIRM);
        long id = db.sql("""
                insert into delivery_evidence (invoice_id, grade, happened_on, source, detail, author)
                values (:invoice, :grade, :on, :source, :detail, :author)
                returning id
                """)
                .param("invoice", invoiceId)
                .param("grade", proof.grade.number())
                .param("on", proof.on)
                .param("source", proof.source)
                .param("detail", proof.detail.strip())
                .param("author", caller.actor().name())
                .query(Long.class)
                .single();
        events.publishEvent(new CustomersTouched(Set.of(way.customerId())));
        audit.write(
                caller.actor(),
                "delivery.recorded",
                "customer",
                way.customerId(),
                Map.of("invoice", invoiceId, "grade", proof.grade.number(), "source", proof.source));
        return id;
    }

    private static void check(Proof proof, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        if (!SOURCES.contains(proof.source)) {
            problems.add(new Problem(0, "source", "Say where you have it from: " + String.join(", ", SOURCES) + "."));
        }
        if (proof.on.isAfter(today)) {
            problems.add(new Problem(0, "on", "That day is still to come; give the day on which it arrived."));
        }
        if (proof.grade.compareTo(Grade.CONFIRMED) >= 0 && proof.detail.isBlank()) {
            problems.add(new Problem(0, "detail", "Say who confirmed it, or what carries the signature."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
