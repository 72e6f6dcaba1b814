package dev.dunwell.agreements;

import dev.dunwell.access.Organisation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes what contracts have to bill into billables, one for each line and period. Safe to run twice, and after days in
 * which nothing ran: what is due by now and is not there yet is added.
 */
@Component
public class BillContracts {

    private static final String KEY = "contract:";

    private final JdbcClient db;
    private final Contracts contracts;
    private final Billables billables;

    BillContracts(JdbcClient db, Contracts contracts, Billables billables) {
        this.db = db;
        this.contracts = contracts;
        this.billables = billables;
    }

    /** What came of a run. */
    public record Outcome(int added, List<Failed> failed) {}

    /** A contract that could not be billed, and why. */
    public record Failed(Contracts.Owner owner, String why) {}

    /**
     * @param now the moment, which is not the same day everywhere; on a simulated day it is that day for all
     * @return how many are new, and the contracts that could not be billed
     */
    @Transactional
    public Outcome run(Organisation organisation, Instant now) {
        db.sql("select id from contract for share").query().listOfRows();
        List<Failed> failed = new ArrayList<>();
        List<Billable> due = due(line -> today(organisation, line.zone(), now), failed);
        return new Outcome(billables.add(due, "night"), failed);
    }

    /** What contracts will have to bill by a day, besides what they bill already; writes nothing. */
    @Transactional(readOnly = true)
    public List<Billable> ahead(LocalDate day) {
        return due(_ -> day, new ArrayList<>());
    }

    /** A line that cannot be computed holds up no other. */
    private List<Billable> due(Function<Contracts.Line, LocalDate> day, List<Failed> failed) {
        List<Billable> due = new ArrayList<>();
        for (Contracts.Line line : contracts.lines(null)) {
            try {
                due.addAll(Billing.due(line.recurring(), day.apply(line)).stream()
                        .map(period -> billable(line, period))
                        .toList());
            } catch (RuntimeException e) {
                failed.add(new Failed(line.owner(), String.valueOf(e.getMessage())));
            }
        }
        return due;
    }

    /** The day it is where a contract counts its days. */
    public static LocalDate today(Organisation organisation, ZoneId zone, Instant now) {
        LocalDate simulated = organisation.simulatedToday();
        return simulated != null ? simulated : now.atZone(zone).toLocalDate();
    }

    /** A period for which no single price counts is billed as one piece at its amount. */
    public static Billable billable(Contracts.Line line, DuePeriod due) {
        RecurringLine.Item item = line.recurring().item();
        BigDecimal price = due.unitPrice();
        return new Billable(
                0,
                line.owner().customerId(),
                Billable.Origin.CONTRACT,
                KEY + due.lineId() + ":" + due.period().from(),
                item.description(),
                price == null ? Billable.Quantity.ONE : new Billable.Quantity(item.quantity(), item.unit()),
                price == null ? due.amount().amount() : price,
                due.amount(),
                Tax.parse(item.tax()),
                due.delivered(),
                due.billOn(),
                line.issue(),
                line.owner().apart(),
                line.owner().order(),
                null);
    }

    static @Nullable Long lineOf(Billable billable) {
        return billable.key().startsWith(KEY) ? Long.valueOf(billable.key().split(":", -1)[1]) : null;
    }
}
