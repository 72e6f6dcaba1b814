package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

    private static final int PORTION = 10_000;
    /** Above so many customers it is quicker to go through all. */
    private static final int MANY = 200;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Turns turns;
    private final Mailings mailings;
    private final Judges judges;
    private final Decisions decisions;
    private final StepsSkipped skipped;
    private final Standings standings;
    private final WriteTonight writeTonight;

    DecideAll(
            JdbcClient db,
            PlatformTransactionManager transactions,
            Turns turns,
            Mailings mailings,
            Judges judges,
            Decisions decisions,
            StepsSkipped skipped,
            Standings standings,
            WriteTonight writeTonight) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.turns = turns;
        this.mailings = mailings;
        this.judges = judges;
        this.decisions = decisions;
        this.skipped = skipped;
        this.standings = standings;
        this.writeTonight = writeTonight;
    }

    /** The night: decides and writes the messages. */
    Tally run(Organisation organisation, LocalDate today) {
        return decide(organisation, today, true);
    }

    /** The morning, or after a setting changed: decides and writes nothing to anyone. */
    Tally refresh(Organisation organisation, LocalDate today) {
        return decide(organisation, today, false);
    }

    /** While an act is not over: a night that meets these customers waits for it, and then knows of it. */
    void hold(Set<Long> customers) {
        if (customers.size() <= MANY) {
            turns.take(customers);
        }
    }

    /** After an act on these customers, in its transaction. */
    void refresh(Organisation organisation, LocalDate today, Set<Long> customers) {
        if (customers.size() > MANY) {
            refresh(organisation, today);
        } else {
            Households households = mailings.households(today);
            Set<Long> payers = customers.stream()
                    .filter(households::has)
                    .map(households::payer)
                    .collect(Collectors.toSet());
            Set<Long> concerned = new HashSet<>(customers);
            concerned.addAll(households.together(payers));
            turns.take(concerned);
            Set<Long> alone =
                    customers.stream().filter(id -> !households.has(id)).collect(Collectors.toSet());
            String plan =
                    plan("force_generic_plan"); // a few customers again and again: planning takes longer than answering
            if (!alone.isEmpty()) {
                portion(organisation, today, mailings.alone(organisation, today, alone), false);
            }
            if (!payers.isEmpty()) {
                portion(organisation, today, mailings.together(organisation, today, payers, households), false);
            }
            plan(plan);
        }
    }

    /** What the night would do, each customer with its verdicts; nothing is written. Mail counts as switched on. */
    Tally preview(Organisation organisation, LocalDate today, PreviewSink sink) {
        Judge judge = judges.of(organisation, today).withMailOn();
        Tally tally = new Tally();
        look(organisation, today, mailing -> {
            Mailing.Decided decided = mailing.decidedBy(judge);
            tally.count(decided.verdicts());
            sink.see(decided);
        });
        return tally;
    }

    /** Everybody once as they are known on that day, whoever judges them; nothing is written. */
    void look(Organisation organisation, LocalDate today, Consumer<Mailing> sink) {
        eachPortion(organisation, today, false, portion -> portion.forEach(sink));
    }

    /** Takes what a preview finds, one mailing at a time. */
    interface PreviewSink {
        void see(Mailing.Decided decided);
    }

    private Tally decide(Organisation organisation, LocalDate today, boolean sending) {
        Tally tally = new Tally();
        eachPortion(organisation, today, true, portion -> tally.add(portion(organisation, today, portion, sending)));
        transaction.executeWithoutResult(_ -> decisions.closeSettled(today, tally.decided()));
        return tally;
    }

    /** Everybody once: who hears alone by the range of ids, then who hears together. A transaction for each portion. */
    private void eachPortion(
            Organisation organisation, LocalDate today, boolean writing, Consumer<List<Mailing>> work) {
        Beginning beginning =
                Objects.requireNonNull(transaction.execute(_ -> new Beginning(mailings.households(today), next(0))));
        Households households = beginning.households;
        for (Range range = beginning.first; range != null; range = after(range)) {
            Range portion = range;
            transaction.executeWithoutResult(_ -> {
                if (writing) {
                    turns.take(portion.first, portion.last);
                }
                work.accept(plannedFor(
                        portion.customers,
                        () -> mailings.alone(organisation, today, portion.first, portion.last, households)));
            });
        }
        for (Set<Long> payers : households.portions(PORTION)) {
            transaction.executeWithoutResult(_ -> {
                if (writing) {
                    turns.take(households.together(payers));
                }
                work.accept(
                        plannedFor(payers.size(), () -> mailings.together(organisation, today, payers, households)));
            });
        }
    }

    /**
     * A plan that is kept knows no sizes; to read of many customers is worth a plan of its own. Only to read: foreign
     * keys are asked for each row that is written, and would be planned for each.
     */
    private List<Mailing> plannedFor(int customers, Supplier<List<Mailing>> reading) {
        if (customers <= MANY) {
            return reading.get();
        }
        String before = plan("force_custom_plan");
        List<Mailing> read = reading.get();
        plan(before);
        return read;
    }

    /** @return how it was until now */
    private String plan(String how) {
        return db.sql("select current_setting('plan_cache_mode') as was, set_config('plan_cache_mode', :how, true)")
                .param("how", how)
                .query((row, _) -> row.getString("was"))
                .single();
    }

    private record Beginning(
            Households households, @Nullable Range first) {}

    private record Range(long first, long last, int customers) {}

    private @Nullable Range after(Range range) {
        return range.customers < PORTION ? null : transaction.execute(_ -> next(range.last));
    }

    private @Nullable Range next(long after) {
        return db.sql("""
                        select min(c.id) as first, max(c.id) as last, count(*) as customers
                        from (
                          select id from customer where org_id = current_org() and id > :after order by id limit :portion
                        ) c
                        having count(*) > 0
                        """)
                .param("after", after)
                .param("portion", PORTION)
                .query((row, _) -> new Range(row.getLong("first"), row.getLong("last"), row.getInt("customers")))
                .optional()
                .orElse(null);
    }

    private Tally portion(Organisation organisation, LocalDate today, List<Mailing> portion, boolean sending) {
        Judge judge = judges.of(organisation, today);
        Tally tally = new Tally();
        List<Mailing.Decided> all = new ArrayList<>();
        for (Mailing mailing : portion) {
            Mailing.Decided decided = mailing.decidedBy(judge);
            tally.count(decided.verdicts());
            all.add(decided);
        }
        List<Verdict> verdicts =
                all.stream().flatMap(d -> d.verdicts().stream()).toList();
        decisions.write(verdicts, today);
        skipped.write(verdicts, today);
        Set<Long> written = sending ? writeTonight.write(organisation, today, all) : Set.of();
        keepStandings(all, written, today);
        return tally;
    }

    private void keepStandings(List<Mailing.Decided> all, Set<Long> written, LocalDate today) {
        List<CustomerStanding> changed = new ArrayList<>();
        List<Long> gone = new ArrayList<>();
        for (Mailing.Decided decided : all) {
            boolean isWritten = written.contains(decided.addressee().customerId());
            for (Mailing.Part part : decided.parts()) {
                Dossier dossier = isWritten ? part.dossier().writtenToOn(today) : part.dossier();
                CustomerStanding now = new Assessment(dossier, part.verdicts(), today).standing();
                if (now == null && dossier.fingerprint() != null) {
                    gone.add(dossier.customerId());
                } else if (now != null && !Objects.equals(dossier.fingerprint(), now.fingerprint())) {
                    changed.add(now);
                }
            }
        }
        standings.write(changed, gone);
    }
}
