package dev.dunwell.foresight;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.foresight.Forecasts.Kept;
import dev.dunwell.foresight.Forecasts.Week;
import dev.dunwell.foresight.Outlooks.Part;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordCustomer;
import dev.dunwell.ledger.RecordInvoice;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Four customers, each paying after its own time: what is foretold of them, and what came of it. */
@ServerTest
class ForesightTest {

    private static final LocalDate SUNDAY = day("2026-03-01");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    Foresee foresee;

    @Autowired
    Forecasts forecasts;

    @Autowired
    Outlooks outlooks;

    @Autowired
    PayingHabits habits;

    private Staff staff;
    private Visitor nora = new Visitor(0);
    private Visitor program = new Visitor(0);
    private final List<Invoice> open = new ArrayList<>();
    private final List<Customer> customers = new ArrayList<>();

    @BeforeEach
    void four_customers_who_pay_after_15_to_45_days() {
        staff = Staff.of(house);
        nora = Visitor.signedIn(port, staff.email(Role.READ_ONLY), Staff.PASSWORD);
        program = Visitor.withKey(port, staff.key(Role.ADMINISTRATOR));
        inside(() -> {
            for (int c = 0; c < 4; c++) {
                Customer customer = house.getBean(RecordCustomer.class)
                        .record(NORA, "C" + c, "Customer " + c, Customer.Profile.UNKNOWN);
                customers.add(customer);
                for (int i = 0; i < 14; i++) {
                    LocalDate issued = day("2025-02-03").plusDays(28L * i + 2 * c);
                    bill(customer, "I-" + c + "-" + i, issued, issued.plusDays(15 + 10L * c + i % 3));
                }
            }
            return 0;
        });
        clock("2026-03-01");
    }

    @Test
    void what_is_dated_later_changes_nothing() {
        String before = told();
        assertThat(before).contains("I-3-13", "I-2-13").doesNotContain("I-3-0,");
        inside(() -> {
            pay(customers.get(3), open.getLast(), "50.00", SUNDAY.plusDays(2));
            bill(customers.get(0), "LATER", SUNDAY.plusDays(1), SUNDAY.plusDays(3));
            return 0;
        });
        assertThat(told()).isEqualTo(before);
    }

    @Test
    void a_promise_moves_its_invoices_and_a_dispute_delays_them() {
        String before = told();
        inside(() -> {
            agree(SUNDAY);
            return foresee.foresee(SUNDAY);
        });
        InvoiceOutlook promised =
                inside(() -> outlooks.ofInvoice(open.getFirst().id())).orElseThrow();
        assertThat(promised.because())
                .isEqualTo(
                        "Promised for 20 Mar 2026; none of the customer’s was judged yet, 0 of 0 of the book’s were kept.");
        InvoiceOutlook disputed =
                inside(() -> outlooks.ofInvoice(open.getLast().id())).orElseThrow();
        assertThat(disputed.because()).startsWith("It is disputed; such disputes are over by about 31 Mar 2026");
        assertThat(disputed.expectedOn()).isAfter(day("2026-03-31"));
        assertThat(told()).isNotEqualTo(before);
    }

    @Test
    void nothing_is_expected_within_a_year_of_who_is_insolvent() {
        inside(() -> {
            house.getBean(TransactionTemplate.class)
                    .executeWithoutResult(_ -> house.getBean(JdbcClient.class)
                            .sql("""
                                    insert into condition (customer_id, kind, from_on, reason, author)
                                    select customer_id, 'insolvent', :on, 'The court says so.', 'Nora' from invoice where id = :invoice
                                    """)
                            .param("on", SUNDAY)
                            .param("invoice", open.getFirst().id())
                            .update());
            return foresee.foresee(SUNDAY);
        });
        InvoiceOutlook lost =
                inside(() -> outlooks.ofInvoice(open.getFirst().id())).orElseThrow();
        assertThat(lost.because()).startsWith("The customer is insolvent");
        assertThat(lost.expectedOn()).isAfterOrEqualTo(SUNDAY.plusDays(365));
    }

    @Test
    void what_is_agreed_later_changes_nothing() {
        String before = told();
        inside(() -> {
            agree(SUNDAY.plusDays(1));
            return 0;
        });
        assertThat(told()).isEqualTo(before);
    }

    /** The first open invoice is promised, the last disputed. */
    private void agree(LocalDate on) {
        house.getBean(TransactionTemplate.class).executeWithoutResult(_ -> {
            JdbcClient db = house.getBean(JdbcClient.class);
            long promise = db.sql("""
                    insert into promise (customer_id, currency, amount, made_on, due_on, grace_days, author)
                    select customer_id, 'EUR', 10000, :on, date '2026-03-20', 2, 'Nora' from invoice where id = :invoice
                    returning id
                    """)
                    .param("on", on)
                    .param("invoice", open.getFirst().id())
                    .query(Long.class)
                    .single();
            db.sql("insert into promise_invoice (promise_id, invoice_id) values (?, ?)")
                    .params(promise, open.getFirst().id())
                    .update();
            db.sql("insert into dispute (invoice_id, reason, opened_on, author) values (?, 'price', ?, 'Nora')")
                    .params(open.getLast().id(), on)
                    .update();
        });
    }

    @Test
    void the_book_says_how_well_it_would_have_been_foretold() {
        assertThat(nora.get("/forecast/backtest").body())
                .contains("How well it is foretold", "80 % interval covers", "Tested on");
    }

    @Test
    void who_pays_sooner_is_expected_sooner() {
        inside(() -> foresee.foresee(SUNDAY));
        List<InvoiceOutlook> rows = inside(() -> {
            List<InvoiceOutlook> all = new ArrayList<>();
            outlooks.each(all::add);
            return all;
        });
        assertThat(rows).hasSize(open.size());
        InvoiceOutlook slow = rows.stream()
                .filter(it -> it.number().equals("I-3-13"))
                .findFirst()
                .orElseThrow();
        assertThat(slow.expectedOn()).isBetween(slow.earliestOn(), slow.latestOn());
        assertThat(slow.earliestOn()).isAfter(SUNDAY);
        assertThat(slow.latePercent()).isGreaterThan(60);
        assertThat(slow.known()).isGreaterThan(5).isEqualTo(slow.knownLate());
    }

    @Test
    void the_first_forecast_of_a_week_stays_and_is_compared_with_what_came() {
        for (int days = 0; days <= 3; days++) {
            int later = days;
            inside(() -> foresee.foresee(SUNDAY.minusDays(6).plusDays(later)));
        }
        inside(() -> foresee.foresee(SUNDAY.plusDays(8)));
        LocalDate today = SUNDAY.plusDays(8);
        assertThat(inside(() -> forecasts.last(today)).orElseThrow().on()).isEqualTo(today);
        List<Kept> kept = inside(() -> forecasts.kept(today));
        assertThat(kept).extracting(Kept::madeOn).containsExactly(SUNDAY.minusDays(6));
        assertThat(kept.getFirst().week().weekOn()).isEqualTo(SUNDAY.plusDays(1));
        assertThat(kept.getFirst().came()).isEqualTo(eur("0.00"));
        inside(() -> {
            pay(customers.get(3), open.getLast(), "50.00", SUNDAY.plusDays(2));
            return 0;
        });
        assertThat(inside(() -> forecasts.kept(today)).getFirst().came()).isEqualTo(eur("50.00"));
    }

    @Test
    void a_week_opens_into_its_invoices_and_they_sum_to_it() {
        inside(() -> foresee.foresee(SUNDAY));
        List<Week> weeks = inside(() -> forecasts.weeks(SUNDAY));
        assertThat(weeks).hasSize(Foresee.WEEKS);
        assertThat(weeks.getFirst().weekOn()).isEqualTo(SUNDAY.plusDays(1));
        for (Week week : weeks) {
            List<Part> parts = inside(() -> outlooks.ofWeek(week.currency(), weeks.indexOf(week) + 1, 1000));
            assertThat(parts.stream().map(Part::share).reduce(eur("0.00"), Money::plus))
                    .isEqualTo(week.expected());
            assertThat(week.low().minor()).isLessThanOrEqualTo(week.expected().minor());
        }
    }

    @Test
    void pages_files_and_the_api_say_the_same() {
        assertThat(nora.get("/forecast").body()).contains("Nothing is foretold yet");
        inside(() -> foresee.foresee(SUNDAY));
        Week first = inside(() -> forecasts.weeks(SUNDAY)).getFirst();
        String amount = first.expected().amount().toPlainString();
        assertThat(nora.get("/forecast").body()).contains("Expected in EUR", amount, "/forecast/EUR/2026-03-02");
        assertThat(nora.get("/forecast.csv").body()).contains("2026-03-02", amount);
        assertThat(nora.get("/forecast/invoices.csv").body().lines()).hasSize(1 + open.size());
        assertThat(nora.get("/forecast/EUR/2026-03-02").body()).contains("I-1-13", "Customer 1");
        assertThat(nora.get("/forecast/EUR/2024-03-04").statusCode()).isEqualTo(404);
        assertThat(program.get("/api/v1/forecast").body()).contains("\"madeOn\":\"2026-03-01\"", amount);
        assertThat(program.get("/api/v1/forecast/EUR/2026-03-02").body()).contains("I-1-13", "\"percent\":");
        assertThat(program.get("/api/v1/invoices/I-3-13/outlook").body()).contains("\"expectedOn\":\"2026-");
        assertThat(program.get("/api/v1/customers/C3/habit?asOf=2026-03-01").body())
                .contains("\"medianDays\":46", "Half of its invoices are paid within 46 days");
        assertThat(nora.get("/customers/" + customers.get(3).id()).body())
                .contains(
                        "Payment habit", "Half of its invoices are paid within 46 days", "<circle class=\"dot-open\"");
        assertThat(nora.get("/invoices/" + open.getLast().id()).body()).contains("Expected payment", "In eight of ten");
    }

    private String told() {
        return inside(() -> {
            foresee.foresee(SUNDAY);
            StringBuilder told = new StringBuilder();
            for (Week week : forecasts.weeks(SUNDAY)) {
                told.append(week).append('\n');
            }
            for (int week = 1; week <= Foresee.WEEKS; week++) {
                for (Part part : outlooks.ofWeek(eur("1.00").currency(), week, 1000)) {
                    InvoiceOutlook it = part.outlook();
                    told.append(it.number())
                            .append(", ")
                            .append(it.expectedOn())
                            .append(it.latestOn());
                    told.append(it.because()).append(part.share()).append('\n');
                }
            }
            customers.forEach(customer -> told.append(habits.of(customer.id(), SUNDAY)));
            return told.toString();
        });
    }

    /** Issued, and paid where that is not after the Sunday. */
    private void bill(Customer customer, String number, LocalDate issuedOn, LocalDate paidOn) {
        var wanted = new RecordInvoice.Wanted(
                customer.id(), number, issuedOn, issuedOn.plusDays(30), eur("100.00"), null, List.of());
        Invoice invoice = house.getBean(RecordInvoice.class).record(NORA, wanted);
        if (issuedOn.isAfter(SUNDAY) || !paidOn.isAfter(SUNDAY)) {
            pay(customer, invoice, "100.00", paidOn);
        } else {
            open.add(invoice);
        }
    }

    private void pay(Customer customer, Invoice invoice, String amount, LocalDate on) {
        var use = RecordPayment.Use.named(new Share(invoice.id(), eur(amount)));
        house.getBean(RecordPayment.class)
                .record(NORA, new RecordPayment.Wanted(customer.id(), on, eur(amount), null, null, use));
    }

    private void clock(String today) {
        assertThat(program.json("PUT", "/api/v1/organisation/clock", "{\"today\":\"%s\"}".formatted(today))
                        .statusCode())
                .isLessThan(300);
    }

    private <T> T inside(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Tenant.in(staff.organisation(), work);
    }
}
