package dev.dunwell.collections;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.MoneyBag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a night would send and what it would not, each with its reason; and a person's yes to what waits for one. */
@Component
public class Tonight {

    private static final int SHOWN = 500;

    private final DecideAll decideAll;
    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Tonight(DecideAll decideAll, JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.decideAll = decideAll;
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What a night would come to.
     *
     * @param sent customers who would hear from us; {@code byStage} how many by the stage of their message
     * @param held open items held; {@code reasons} how many by which reason
     * @param sending the first 500 messages, the most advanced stage first
     * @param holding the first 500 customers with something held, the largest stage first
     */
    public record Preview(
            LocalDate date,
            int decided,
            int sent,
            int held,
            Map<Integer, Integer> byStage,
            Map<ReasonCode, Integer> reasons,
            List<Line> sending,
            List<Line> holding) {}

    /** A customer with the items of one message, or of one reason not to send. */
    public record Line(
            long customerId,
            String customer,
            String name,
            String to,
            int stage,
            ReasonCode code,
            String reason,
            List<String> items,
            List<Money> amounts) {}

    /** Nothing is written. Mail that is on hold counts as switched on, so that one sees what would leave. */
    public Preview preview(Organisation organisation, LocalDate date) {
        Collected collected = new Collected();
        Tally tally = decideAll.preview(organisation, date, collected::see);
        return new Preview(
                date,
                tally.decided(),
                tally.sent(),
                tally.held(),
                collected.byStage,
                tally.reasons(),
                first(collected.sending),
                first(collected.holding));
    }

    /**
     * Lets the next mail to a customer go that waits for a person, from this moment on. A yes before a message is used
     * up by it, one after it is for the next. Asking twice is harmless.
     */
    @Transactional
    public void approve(Caller caller, long customerId) {
        db.sql("""
                insert into approval (customer_id, night_on, author) values (:customer, :night, :author)
                on conflict (org_id, customer_id, night_on) do update set author = excluded.author, recorded_at = now()
                """)
                .param("customer", customerId)
                .param("night", caller.today())
                .param("author", caller.actor().name())
                .update();
        events.publishEvent(new CustomersTouched(Set.of(customerId)));
        audit.write(
                caller.actor(),
                "message.approved",
                "customer",
                customerId,
                Map.of("night", caller.today().toString()));
    }

    /**
     * How many customers would hear from us tonight by stage, and how many items are held by reason; from what is kept.
     */
    @Transactional(readOnly = true)
    public Outlook outlook() {
        Map<Integer, Integer> sending = new TreeMap<>();
        Map<ReasonCode, Integer> holding = new TreeMap<>();
        db.sql("""
                select d.action, d.stage, d.code, count(*) as items
                from decision d
                where d.superseded_on is null and d.action in ('send', 'hold')
                group by d.action, d.stage, d.code
                """).query(row -> {
            if (row.getString("action").equals("send")) {
                sending.merge(row.getInt("stage"), row.getInt("items"), Integer::sum);
            } else {
                holding.merge(ReasonCode.valueOf(row.getString("code")), row.getInt("items"), Integer::sum);
            }
        });
        return new Outlook(sending, holding);
    }

    /** Items with a step to send by stage, and items held by reason. */
    public record Outlook(Map<Integer, Integer> sending, Map<ReasonCode, Integer> holding) {}

    private static List<Line> first(List<Line> lines) {
        lines.sort(Comparator.comparingInt(Line::stage).reversed().thenComparing(Line::name));
        return List.copyOf(lines.subList(0, Math.min(SHOWN, lines.size())));
    }

    private static final class Collected {

        private final List<Line> sending = new ArrayList<>();
        private final List<Line> holding = new ArrayList<>();
        private final Map<Integer, Integer> byStage = new TreeMap<>();

        void see(Mailing.Decided decided) {
            List<Verdict> toSend = decided.verdicts().stream()
                    .filter(v -> v.decision().action() == Action.SEND)
                    .toList();
            if (!toSend.isEmpty()) {
                Line line = line(decided.addressee(), toSend);
                sending.add(line);
                byStage.merge(line.stage(), 1, Integer::sum);
            }
            decided.parts().forEach(part -> seeHeld(part.dossier(), part.verdicts()));
        }

        private void seeHeld(Dossier dossier, List<Verdict> verdicts) {
            Map<ReasonCode, List<Verdict>> held = new TreeMap<>();
            verdicts.stream()
                    .filter(v -> v.decision().action() == Action.HOLD)
                    .forEach(v -> held.computeIfAbsent(v.decision().code(), _ -> new ArrayList<>())
                            .add(v));
            held.values().forEach(ofOneReason -> holding.add(line(dossier, ofOneReason)));
        }

        private static Line line(Dossier dossier, List<Verdict> verdicts) {
            Decision leading = verdicts.stream()
                    .map(Verdict::decision)
                    .max(Comparator.comparing(Decision::stage).thenComparingInt(Decision::step))
                    .orElseThrow();
            Party.Recipient to = dossier.party().recipient();
            return new Line(
                    dossier.customerId(),
                    dossier.number(),
                    dossier.name(),
                    to == null ? "" : to.email(),
                    leading.stage().number(),
                    leading.code(),
                    leading.reason(),
                    verdicts.stream().map(v -> v.item().situation().number()).toList(),
                    MoneyBag.of(verdicts.stream()
                                    .map(v -> v.item().situation().open())
                                    .toList())
                            .amounts());
        }
    }
}
