package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lives some nights without writing anything: everybody is read once as they stood on the evening of the first, then
 * each night decides by the same {@link Judge} as a real one, and its steps count for the next. Several strategies live
 * through the same days side by side. Mail counts as switched on.
 *
 * <p>Days that are over take invoices and payments as they really came; days to come know no new invoices, and payments
 * only where the caller says when they are expected. What people agree on the way is not foreseen.
 */
@Component
public class Simulate {

    public static final int MOST_DAYS = 60;

    private static final String ISSUED = Sql.named("collections/simulated-issued");
    private static final String PAID = Sql.named("collections/simulated-paid");

    private final DecideAll decideAll;
    private final Dossiers dossiers;
    private final Strategies strategies;
    private final Judges judges;
    private final JdbcClient db;

    Simulate(DecideAll decideAll, Dossiers dossiers, Strategies strategies, Judges judges, JdbcClient db) {
        this.decideAll = decideAll;
        this.dossiers = dossiers;
        this.strategies = strategies;
        this.judges = judges;
        this.db = db;
    }

    /**
     * What is asked.
     *
     * @param from the first night
     * @param days from 1 to {@link #MOST_DAYS}
     * @param peopleDoTheirPart whether calls are made and mails approved on their day; else they stay due
     * @param paidOn when invoices will be paid, of those of which something is said
     */
    public record Wanted(LocalDate from, int days, boolean peopleDoTheirPart, Map<Long, LocalDate> paidOn) {

        public Wanted {
            paidOn = Map.copyOf(paidOn);
        }

        List<LocalDate> nights() {
            return from.datesUntil(from.plusDays(days)).toList();
        }
    }

    /** One strategy for everybody; null: for each customer the one that is chosen for it. */
    public record Rival(@Nullable Long strategyId) {}

    /** @return one for each rival, in their order */
    @Transactional(readOnly = true)
    public List<Simulated> simulate(Organisation organisation, LocalDate today, Wanted wanted, List<Rival> rivals) {
        List<LocalDate> nights = wanted.nights();
        List<Contender> contenders = rivals.stream()
                .map(rival -> contender(organisation, rival, nights))
                .toList();
        Happening happening = happening(organisation, wanted, today);
        Set<Long> seen = new HashSet<>();
        decideAll.look(organisation, wanted.from, mailing -> {
            mailing.members().forEach(member -> seen.add(member.customerId()));
            live(organisation, mailing, contenders, happening, wanted.peopleDoTheirPart);
        });
        Set<Long> others = new HashSet<>(happening.whose);
        others.removeAll(seen);
        dossiers.read(organisation, wanted.from, others)
                .forEach(each ->
                        live(organisation, Mailing.alone(each), contenders, happening, wanted.peopleDoTheirPart));
        return contenders.stream().map(each -> each.nights.told()).toList();
    }

    private static void live(
            Organisation organisation, Mailing mailing, List<Contender> all, Happening happening, boolean people) {
        all.forEach(each -> live(new Lived(mailing, organisation.calendar()), each, happening, people));
    }

    /** A strategy with its judge of each night. */
    record Contender(List<Judge> judges, Nights nights) {}

    /** What comes from outside on the way: when each invoice is paid, and what is issued on a day, by customer. */
    record Happening(Map<Long, LocalDate> paidOn, Map<LocalDate, Map<Long, List<OpenCase>>> issued, Set<Long> whose) {

        static final Happening NOTHING = new Happening(Map.of(), Map.of(), Set.of());
    }

    /**
     * Lives the nights of one mailing. Where a night changed nothing, the next ones decide the same until the day its
     * decisions name, as long as nothing happens and the same strategies decide; they are not asked.
     */
    static void live(Lived first, Contender contender, Happening happening, boolean peopleDoTheirPart) {
        Lived lived = first;
        Mailing.Decided decided = null;
        LocalDate again = LocalDate.MIN;
        List<Long> strategies = List.of();
        for (Judge judge : contender.judges) {
            LocalDate day = judge.today();
            Map<Long, List<OpenCase>> issued = happening.issued.getOrDefault(day, Map.of());
            boolean isTouched = lived.isTouched(day, happening.paidOn, issued);
            Lived tonight = isTouched ? lived.on(day, happening.paidOn, issued) : lived;
            List<Long> now = tonight.strategies(judge);
            if (decided == null || isTouched || !day.isBefore(again) || !now.equals(strategies)) {
                decided = tonight.mailing().decidedBy(judge);
                if (peopleDoTheirPart && Lived.waits(decided)) {
                    tonight = tonight.approved();
                    decided = tonight.mailing().decidedBy(judge);
                }
                lived = tonight.after(decided, judge, peopleDoTheirPart);
                again = Lived.again(decided, day);
                strategies = now;
            }
            contender.nights.count(day, decided);
        }
    }

    private Contender contender(Organisation organisation, Rival rival, List<LocalDate> nights) {
        Long id = rival.strategyId;
        List<Judge> judging = new ArrayList<>();
        for (LocalDate night : nights) {
            Playbook chosen = strategies.playbook(night);
            Playbook playbook = id == null ? chosen : chosen.forEverybody(id);
            judging.add(judges.of(organisation, playbook, night).withMailOn());
        }
        String title = id == null
                ? "As chosen for each customer"
                : strategies.versions(id).stream()
                        .findFirst()
                        .orElseThrow(() -> new NotFound("strategy"))
                        .name();
        return new Contender(judging, new Nights(title, nights));
    }

    private Happening happening(Organisation organisation, Wanted wanted, LocalDate today) {
        LocalDate last = wanted.from.plusDays(wanted.days - 1L);
        LocalDate known = last.isBefore(today) ? last : today;
        Map<Long, LocalDate> paidOn = new HashMap<>(wanted.paidOn);
        Map<LocalDate, Map<Long, List<OpenCase>>> issued = new HashMap<>();
        Set<Long> whose = new HashSet<>();
        if (wanted.from.isBefore(known)) {
            db.sql(PAID).param("from", wanted.from).param("until", known).query(row -> {
                paidOn.put(row.getLong("invoice_id"), row.getObject("paid_on", LocalDate.class));
            });
            db.sql(ISSUED).param("from", wanted.from).param("until", known).query(row -> {
                long customer = row.getLong("customer_id");
                whose.add(customer);
                issued.computeIfAbsent(row.getObject("issued_on", LocalDate.class), _ -> new HashMap<>())
                        .computeIfAbsent(customer, _ -> new ArrayList<>())
                        .add(Issued.of(row, organisation.tolerance()));
            });
        }
        return new Happening(paidOn, issued, whose);
    }

    /** For each of these nights, the strategies side by side. */
    public static List<List<Simulated.Night>> beside(List<Simulated> all) {
        int nights = all.isEmpty() ? 0 : all.getFirst().nights().size();
        return IntStream.range(0, nights)
                .mapToObj(i -> Stream.of(all.toArray(Simulated[]::new))
                        .map(each -> each.nights().get(i))
                        .toList())
                .toList();
    }
}
