package dev.dunwell.collections;

import dev.dunwell.kernel.MoneyBag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Counts what the nights of a simulation come to, for one strategy. */
final class Nights {

    private final String strategy;
    private final Set<Long> items = new HashSet<>();
    private final Set<Long> customers = new HashSet<>();
    private final TreeMap<LocalDate, Counted> nights = new TreeMap<>();
    private final Map<ReasonCode, Set<Long>> stopped = new EnumMap<>(ReasonCode.class);
    private final Map<ReasonCode, Integer> stops = new EnumMap<>(ReasonCode.class);
    private final List<Simulated.Line> lines = new ArrayList<>();

    Nights(String strategy, List<LocalDate> days) {
        this.strategy = strategy;
        days.forEach(day -> nights.put(day, new Counted()));
    }

    private static final class Counted {
        private int messages;
        private int calls;
        private int held;
        private final Map<Integer, Integer> byStage = new TreeMap<>();
    }

    void count(LocalDate day, Mailing.Decided decided) {
        Counted night = nights.computeIfAbsent(day, _ -> new Counted());
        List<Verdict> sending = of(decided.verdicts(), Action.SEND);
        if (!sending.isEmpty()) {
            Simulated.Line line = line(day, decided.addressee(), sending);
            lines.add(line);
            night.messages++;
            night.byStage.merge(line.stage(), 1, Integer::sum);
        }
        for (Mailing.Part part : decided.parts()) {
            customers.add(part.dossier().customerId());
            List<Verdict> calling = of(part.verdicts(), Action.CALL);
            if (!calling.isEmpty()) {
                lines.add(line(day, part.dossier(), calling));
                night.calls++;
            }
            part.verdicts().forEach(verdict -> count(verdict, night));
        }
    }

    Simulated told() {
        lines.sort(Comparator.comparing(Simulated.Line::on)
                .thenComparing(Comparator.comparingInt(Simulated.Line::stage).reversed())
                .thenComparing(Simulated.Line::customer));
        return new Simulated(
                strategy,
                items.size(),
                customers.size(),
                nights.entrySet().stream().map(Nights::night).toList(),
                stops.entrySet().stream()
                        .map(stop -> new Simulated.Stop(
                                stop.getKey(),
                                stopped.getOrDefault(stop.getKey(), Set.of()).size(),
                                stop.getValue()))
                        .sorted(Comparator.comparingInt(Simulated.Stop::items).reversed())
                        .toList(),
                List.copyOf(lines));
    }

    private static Simulated.Night night(Map.Entry<LocalDate, Counted> night) {
        Counted it = night.getValue();
        return new Simulated.Night(night.getKey(), it.messages, Map.copyOf(it.byStage), it.calls, it.held);
    }

    private void count(Verdict verdict, Counted night) {
        items.add(verdict.item().invoiceId());
        if (verdict.decision().action() == Action.HOLD) {
            night.held++;
            ReasonCode code = verdict.decision().code();
            stops.merge(code, 1, Integer::sum);
            stopped.computeIfAbsent(code, _ -> new HashSet<>())
                    .add(verdict.item().invoiceId());
        }
    }

    private static List<Verdict> of(List<Verdict> verdicts, Action action) {
        Predicate<Verdict> wanted = verdict -> verdict.decision().action() == action;
        return verdicts.stream().filter(wanted).toList();
    }

    private static Simulated.Line line(LocalDate day, Dossier dossier, List<Verdict> verdicts) {
        Verdict leading = verdicts.stream()
                .max(Comparator.<Verdict>comparingInt(v -> v.decision().stage().number())
                        .thenComparingInt(v -> v.decision().step()))
                .orElseThrow();
        return new Simulated.Line(
                day,
                dossier.customerId(),
                dossier.name(),
                leading.decision().action(),
                leading.decision().stage().number(),
                leading.step().name(),
                verdicts.stream().map(v -> v.item().situation().number()).toList(),
                MoneyBag.of(verdicts.stream()
                                .map(v -> v.item().situation().open())
                                .toList())
                        .amounts());
    }
}
