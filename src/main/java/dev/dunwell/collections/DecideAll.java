package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import dev.dunwell.messaging.Draft;
import dev.dunwell.messaging.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides for every open item of an organisation, and writes tonight's messages if asked to. Reads whole customers in
 * portions, decides in plain Java, writes what changed in bulk. Each portion is one transaction and safe to repeat:
 * steps and messages have unique keys, and what was already sent tonight keeps its decision.
 */
@Component
class DecideAll {

    private static final int PORTION = 5_000;
    /** Above so many customers it is quicker to go through all. */
    private static final int MANY = 200;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Dossiers dossiers;
    private final Decisions decisions;
    private final StepsTaken steps;
    private final Standings standings;
    private final Outbox outbox;
    private final Clock clock;

    DecideAll(
            JdbcClient db,
            PlatformTransactionManager transactions,
            Dossiers dossiers,
            Decisions decisions,
            StepsTaken steps,
            Standings standings,
            Outbox outbox,
            Clock clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.steps = steps;
        this.standings = standings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The night: decides and writes the messages. */
    Tally run(Organisation organisation, LocalDate today) {
        return decide(organisation, today, true);
    }

    /** The morning, or after a setting changed: decides and writes nothing to anyone. */
    Tally refresh(Organisation organisation, LocalDate today) {
        return decide(organisation, today, false);
    }

    /** After an act on these customers, in its transaction. */
    void refresh(Organisation organisation, LocalDate today, Set<Long> customers) {
        if (customers.size() > MANY) {
            refresh(organisation, today);
        } else {
            customers.stream().sorted().forEach(id -> portion(organisation, today, new Range(id, id), false));
        }
    }

    /** What the night would do, each customer with its verdicts; nothing is written. Mail counts as switched on. */
    Tally preview(Organisation organisation, LocalDate today, PreviewSink sink) {
        Judge judge = Judge.of(organisation, today).withMailOn();
        Tally tally = new Tally();
        for (Range range = next(0); range != null; range = next(range.last)) {
            Range portion = range;
            transaction.executeWithoutResult(_ -> {
                for (Dossier dossier : dossiers.read(organisation, today, portion.first, portion.last)) {
                    List<Verdict> verdicts = judge.decide(dossier);
                    tally.count(verdicts);
                    sink.see(dossier, verdicts);
                }
            });
        }
        return tally;
    }

    /** Takes what a preview finds, one customer at a time. */
    interface PreviewSink {
        void see(Dossier dossier, List<Verdict> verdicts);
    }

    private Tally decide(Organisation organisation, LocalDate today, boolean sending) {
        Tally tally = new Tally();
        for (Range range = next(0); range != null; range = next(range.last)) {
            Range portion = range;
            tally.add(Objects.requireNonNull(transaction.execute(_ -> portion(organisation, today, portion, sending))));
        }
        transaction.executeWithoutResult(_ -> decisions.closeSettled(today, tally.decided()));
        return tally;
    }

    private record Range(long first, long last) {}

    private @Nullable Range next(long after) {
        return transaction.execute(_ -> db.sql("""
                        select min(c.id) as first, max(c.id) as last
                        from (
                          select id from customer where org_id = current_org() and id > :after order by id limit :portion
                        ) c
                        having count(*) > 0
                        """)
                .param("after", after)
                .param("portion", PORTION)
                .query((row, _) -> new Range(row.getLong("first"), row.getLong("last")))
                .optional()
                .orElse(null));
    }

    private Tally portion(Organisation organisation, LocalDate today, Range range, boolean sending) {
        oneAtATime(range);
        Judge judge = Judge.of(organisation, today);
        Tally tally = new Tally();
        List<Decided> all = new ArrayList<>();
        for (Dossier dossier : dossiers.read(organisation, today, range.first, range.last)) {
            List<Verdict> verdicts = judge.decide(dossier);
            tally.count(verdicts);
            all.add(new Decided(dossier, verdicts));
        }
        decisions.write(all.stream().flatMap(d -> d.verdicts.stream()).toList(), today);
        Set<Long> written = sending ? send(organisation, today, all) : Set.of();
        keepStandings(all, written, today);
        return tally;
    }

    /** Who else decides about these customers waits, always in order of id, and then sees what we wrote. */
    private void oneAtATime(Range range) {
        db.sql("""
                select count(*)
                from (
                  select id from customer where id between :first and :last order by id for no key update
                ) locked
                """)
                .param("first", range.first)
                .param("last", range.last)
                .query(Long.class)
                .single();
    }

    private record Decided(Dossier dossier, List<Verdict> verdicts) {}

    private void keepStandings(List<Decided> all, Set<Long> written, LocalDate today) {
        List<CustomerStanding> changed = new ArrayList<>();
        List<Long> gone = new ArrayList<>();
        for (Decided decided : all) {
            Dossier dossier = written.contains(decided.dossier.customerId())
                    ? decided.dossier.writtenToOn(today)
                    : decided.dossier;
            CustomerStanding now = new Assessment(dossier, decided.verdicts, today).standing();
            if (now == null && dossier.fingerprint() != null) {
                gone.add(dossier.customerId());
            } else if (now != null && !Objects.equals(dossier.fingerprint(), now.fingerprint())) {
                changed.add(now);
            }
        }
        standings.write(changed, gone);
    }

    private record Sending(Dossier dossier, List<Verdict> verdicts) {}

    /** @return the customers to whom a message was written */
    private Set<Long> send(Organisation organisation, LocalDate today, List<Decided> all) {
        List<Sending> mail = new ArrayList<>();
        for (Decided decided : all) {
            List<Verdict> toSend =
                    decided.verdicts.stream().filter(v -> v.isSending(today)).toList();
            if (!toSend.isEmpty()) {
                mail.add(new Sending(decided.dossier, toSend));
            }
        }
        Instant leaveAt = organisation.isSimulated()
                ? clock.instant()
                : clock.instant().plus(Duration.ofMinutes(organisation.recallMinutes()));
        var correspondence = new Correspondence(organisation, today, leaveAt);
        List<Draft> drafts = mail.stream()
                .map(m -> correspondence.draft(m.dossier, m.verdicts))
                .toList();
        Map<Long, Long> planned = outbox.plan(drafts);
        List<StepsTaken.Taken> taken = new ArrayList<>();
        for (Sending sending : mail) {
            Long message = planned.get(sending.dossier.customerId());
            if (message != null) {
                sending.verdicts.forEach(v -> taken.add(new StepsTaken.Taken(v, "mail", message)));
            }
        }
        steps.write(taken, today);
        return planned.keySet();
    }
}
