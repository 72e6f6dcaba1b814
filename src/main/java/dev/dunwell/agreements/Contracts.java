package dev.dunwell.agreements;

import dev.dunwell.kernel.Sql;
import dev.dunwell.web.NotFound;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The contracts and their lines. */
@Repository
public class Contracts {

    private static final String LINES = Sql.named("agreements/lines");
    private static final String SELECT = """
            select c.*, k.name as customer_name
            from contract c
            join customer k on k.org_id = c.org_id and k.id = c.customer_id
            """;

    private final JdbcClient db;

    Contracts(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Contract> byId(long id) {
        return db.sql(SELECT + "where c.id = :id")
                .param("id", id)
                .query(Contracts::contract)
                .optional();
    }

    /** By number, at most so many. */
    @Transactional(readOnly = true)
    public List<Contract> list(int most) {
        return db.sql(SELECT + "order by c.number limit :most")
                .param("most", most)
                .query(Contracts::contract)
                .list();
    }

    /** A line with what its contract says of billing it. */
    public record Line(Contract.Issue issue, ZoneId zone, Owner owner, RecurringLine recurring) {}

    /** Whose line it is. */
    public record Owner(
            long contractId,
            String contract,
            long customerId,
            String apart,
            @Nullable String order) {}

    /** The lines of one contract, or of all. */
    @Transactional(readOnly = true)
    public List<Line> lines(@Nullable Long contractId) {
        return db.sql(LINES)
                .param("contract", contractId)
                .query(Contracts::line)
                .list();
    }

    /** The contract, locked until the transaction ends, so that it does not change while it is billed. */
    Contract locked(long id) {
        db.sql("select id from contract where id = ? for update")
                .param(id)
                .query()
                .listOfRows();
        return byId(id).orElseThrow(() -> new NotFound("contract"));
    }

    static Contract contract(ResultSet row, int n) throws SQLException {
        String by = row.getString("accepted_by");
        return new Contract(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("customer_name"),
                row.getString("number"),
                row.getString("title"),
                ZoneId.of(row.getString("zone")),
                Contract.Issue.ofCode(row.getString("issue")),
                row.getBoolean("together"),
                row.getString("order_reference"),
                by == null ? null : new Contract.Accepted(by, row.getObject("accepted_on", LocalDate.class)));
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        String number = row.getString("contract_number");
        var owner = new Owner(
                row.getLong("contract_id"),
                number,
                row.getLong("customer_id"),
                row.getBoolean("together") ? "" : "contract " + number,
                row.getString("order_reference"));
        return new Line(
                Contract.Issue.ofCode(row.getString("issue")), ZoneId.of(row.getString("zone")), owner, recurring(row));
    }

    private static RecurringLine recurring(ResultSet row) throws SQLException {
        LocalDate firstDay = row.getObject("first_day", LocalDate.class);
        return new RecurringLine(
                row.getLong("id"),
                new RecurringLine.Item(
                        row.getString("description"),
                        row.getBigDecimal("quantity"),
                        row.getString("unit"),
                        Currency.getInstance(row.getString("currency")),
                        row.getString("tax")),
                new Recurrence(row.getString("rule"), row.getObject("anchor", LocalDate.class)),
                new RecurringLine.Way(
                        RecurringLine.Timing.valueOf(row.getString("timing").toUpperCase(Locale.ROOT)),
                        RecurringLine.Proration.valueOf(
                                row.getString("proration").toUpperCase(Locale.ROOT))),
                new RecurringLine.Term(firstDay, row.getObject("last_day", LocalDate.class)),
                row.getObject("done_until", LocalDate.class),
                prices(row),
                indexation(row),
                pauses(row));
    }

    private static @Nullable Indexation indexation(ResultSet row) throws SQLException {
        BigDecimal percent = row.getBigDecimal("index_percent");
        return percent == null
                ? null
                : new Indexation(percent, row.getObject("index_first_on", LocalDate.class), row.getInt("index_every"));
    }

    private static List<UnitPrice> prices(ResultSet row) throws SQLException {
        Date[] days = (Date[]) row.getArray("price_days").getArray();
        BigDecimal[] amounts = (BigDecimal[]) row.getArray("prices").getArray();
        List<UnitPrice> prices = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            prices.add(new UnitPrice(days[i].toLocalDate(), amounts[i]));
        }
        return prices;
    }

    private static List<Span> pauses(ResultSet row) throws SQLException {
        Date[] from = (Date[]) row.getArray("pauses_from").getArray();
        Date[] until = (Date[]) row.getArray("pauses_until").getArray();
        List<Span> pauses = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            pauses.add(new Span(from[i].toLocalDate(), until[i].toLocalDate()));
        }
        return pauses;
    }
}
