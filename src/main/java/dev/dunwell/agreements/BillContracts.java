package dev.dunwell.agreements;

import dev.dunwell.access.Organisation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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

    /**
     * @param now the moment, which is not the same day everywhere; on a simulated day it is that day for all
     * @return how many are new
     */
    @Transactional
    public int run(Organisation organisation, Instant now) {
        db.sql("select id from contract for share").query().listOfRows();
        List<Billable> due = contracts.lines(null).stream()
                .flatMap(line -> Billing.due(line.recurring(), today(organisation, line.zone(), now)).stream()
                        .map(period -> billable(line, period)))
                .toList();
        return billables.add(due, "night");
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
