package dev.dunwell.portal;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.OpenCredit;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.messaging.Notices;
import dev.dunwell.relations.ResponseTimes;
import dev.dunwell.statements.Letterheads;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what a payer's page shows, each vendor's part behind that vendor's wall. */
@Component
public class Sections {

    private static final String SAID = Sql.named("portal/said");
    private static final String PEOPLE = Sql.named("portal/vendor-people");
    private static final int NOTICE_DAYS = 60;
    private static final int MOST_NOTICES = 5;

    private final DueItems dueItems;
    private final OpenItems openItems;
    private final Customers customers;
    private final Organisations organisations;
    private final ResponseTimes responseTimes;
    private final Notices notices;
    private final Letterheads letterheads;
    private final JdbcClient db;
    private final Clock clock;
    private final TransactionTemplate reading;

    Sections(
            DueItems dueItems,
            OpenItems openItems,
            Customers customers,
            Organisations organisations,
            ResponseTimes responseTimes,
            Notices notices,
            Letterheads letterheads,
            JdbcClient db,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.dueItems = dueItems;
        this.openItems = openItems;
        this.customers = customers;
        this.organisations = organisations;
        this.responseTimes = responseTimes;
        this.notices = notices;
        this.letterheads = letterheads;
        this.db = db;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** @param skip how many items the pages before have shown */
    public Section of(Place place, int skip) {
        return Tenant.in(place.organisation(), () -> Objects.requireNonNull(reading.execute(_ -> read(place, skip))));
    }

    private Section read(Place place, int skip) {
        Organisation organisation = organisations.current();
        LocalDate today = organisation.today(clock);
        Customer customer = customers.byId(place.customerId()).orElseThrow(() -> new NotFound("customer"));
        List<Long> all = dueItems.customers(place.customerId(), today);
        List<DueItems.Total> totals = dueItems.totals(all, today);
        List<DueItem> items = dueItems.of(all, today, skip);
        int count = totals.stream().mapToInt(DueItems.Total::items).sum();
        List<OpenCredit> credits = openItems.creditsOf(place.customerId(), today);
        Staff staff = staff(place.customerId());
        return new Section(
                place,
                organisation.name(),
                customer.name(),
                today,
                totals,
                items,
                Math.max(0, count - skip - items.size()),
                credits,
                said(all, today),
                notices.of(place.customerId(), today.minusDays(NOTICE_DAYS), MOST_NOTICES),
                staff.owner,
                staff.writer,
                Objects.requireNonNullElse(organisation.replyTo(), ""),
                letterheads.hasLogo(),
                responseTimes.typical(organisation).orElse(null));
    }

    /** What was said at the door and is open, or was answered in the last month. */
    private List<Said> said(Collection<Long> all, LocalDate today) {
        return db.sql(SAID)
                .param("customers", all.toArray(Long[]::new))
                .param("today", today)
                .query((row, _) -> new Said(
                        row.getString("kind"),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("number"),
                        row.getString("text"),
                        row.getString("answer"),
                        row.getObject("answered_on", LocalDate.class),
                        row.getString("answered_by")))
                .list();
    }

    private record Staff(Section.Contact owner, Section.Contact writer) {}

    private Staff staff(long customerId) {
        return db.sql(PEOPLE)
                .param("customer", customerId)
                .query((row, _) -> new Staff(
                        new Section.Contact(text(row, "owner"), text(row, "owner_role"), null),
                        new Section.Contact(
                                text(row, "writer"),
                                text(row, "writer_role"),
                                row.getObject("wrote_on", LocalDate.class))))
                .single();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
