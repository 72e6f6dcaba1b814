package dev.dunwell.invoicing;

import static dev.dunwell.ledger.Book.NORA;

import dev.dunwell.agreements.ChangeContract.Change;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.RecordContract;
import dev.dunwell.agreements.RecurringLine;
import dev.dunwell.agreements.RecurringLine.Term;
import dev.dunwell.agreements.SeededLines;
import dev.dunwell.agreements.SlowOracle;
import dev.dunwell.agreements.Span;
import dev.dunwell.agreements.UnitPrice;
import dev.dunwell.ledger.Customer;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A contract in the house beside what was agreed so far, as a person knows it who walks through every day. */
final class RunningContract {

    private static final int FARTHEST_AHEAD = 60;

    private final SeededLines.Agreed agreed;
    private final long id;
    private final long lineId;
    private final List<UnitPrice> prices = new ArrayList<>();
    private final List<Span> pauses = new ArrayList<>();
    private final List<Planned> planned = new ArrayList<>();
    private Term term;

    /** A change that will be agreed on a day. */
    private record Planned(LocalDate on, Change change) {}

    private RunningContract(SeededLines.Agreed agreed, long id, long lineId, Random random) {
        this.agreed = agreed;
        this.id = id;
        this.lineId = lineId;
        RecurringLine line = agreed.line();
        this.term = new Term(line.term().firstDay(), null);
        prices.add(line.prices().getFirst());
        line.prices().stream()
                .skip(1)
                .forEach(price -> plan(new Change.Price(lineId, price.from(), price.amount()), price.from(), random));
        line.pauses().forEach(pause -> plan(new Change.Pause(pause, "Season"), pause.from(), random));
        if (line.term().lastDay() != null) {
            plan(new Change.End(line.term().lastDay()), line.term().lastDay(), random);
        }
    }

    /** Half are billed with everything else of the customer, half are approved by a person. */
    static RunningContract recorded(Shop shop, Customer customer, SeededLines.Agreed agreed, Random random) {
        RecurringLine line = agreed.line();
        var head = new RecordContract.Head(
                customer.id(),
                "K-" + line.id(),
                "Care",
                agreed.zone(),
                random.nextBoolean() ? Contract.Issue.AUTOMATIC : Contract.Issue.APPROVE,
                random.nextBoolean(),
                null,
                null);
        var first = new RecordContract.Line(
                line.item(),
                line.recurrence(),
                line.way(),
                new Term(line.term().firstDay(), null),
                line.prices().getFirst().amount(),
                line.indexation(),
                null);
        return shop.inside(() -> {
            long id = shop.doors().recordContract().record(NORA, head, List.of(first));
            long lineId =
                    shop.doors().contracts().lines(id).getFirst().recurring().id();
            return new RunningContract(agreed, id, lineId, random);
        });
    }

    private void plan(Change change, LocalDate from, Random random) {
        planned.add(new Planned(from.minusDays(random.nextInt(FARTHEST_AHEAD) - 5L), change));
    }

    /** Agrees what is planned until a day; what comes too late is refused and was never agreed. */
    void changeOn(Shop shop, LocalDate today) {
        List<Planned> due =
                planned.stream().filter(each -> !each.on.isAfter(today)).toList();
        planned.removeAll(due);
        for (Planned each : due) {
            try {
                shop.inside(() -> {
                    shop.doors().changeContract().change(NORA, id, each.change);
                    return id;
                });
                note(each.change);
            } catch (BadInput tooLate) {
                assertThatDaysWereBilled(tooLate);
            }
        }
    }

    private static void assertThatDaysWereBilled(BadInput refused) {
        if (!String.valueOf(refused.getMessage()).contains("is billed until")) {
            throw refused;
        }
    }

    private void note(Change change) {
        switch (change) {
            case Change.Price price -> prices.add(new UnitPrice(price.from(), price.amount()));
            case Change.Pause pause -> pauses.add(pause.days());
            case Change.End end -> term = new Term(term.firstDay(), end.lastDay());
            case Change.Line _ -> throw new IllegalStateException("A contract of one line gets no other.");
        }
    }

    /** As it was agreed in the end. */
    RecurringLine line() {
        RecurringLine line = agreed.line();
        return new RecurringLine(
                lineId,
                line.item(),
                line.recurrence(),
                line.way(),
                term,
                line.term().firstDay(),
                prices,
                line.indexation(),
                pauses);
    }

    SlowOracle.Kind kind() {
        return agreed.kind();
    }

    ZoneId zone() {
        return agreed.zone();
    }

    long lineId() {
        return lineId;
    }
}
