package dev.dunwell.bench;

import dev.dunwell.kernel.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Random;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A receivables book of any size, the same for the same seed: two years of invoices, more with some customers than with
 * others, paid early, late, in part or not at all, with the people there and what was said and agreed.
 *
 * @param customers how many
 * @param invoices how many over 24 months
 * @param allOpen whether none of them was paid, for a night over as many open items as there are invoices
 */
record Book(int customers, int invoices, boolean allOpen, long seed) {

    static final int ORGANISATION = 1;
    /** A Wednesday without holidays: steps come due and mail may leave. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static final int DAYS = 730;
    /** A prime that spreads the large customers over the book. */
    private static final long SCATTER = 7_919;

    private static final int LATEST_HABIT = 60;

    /** Writes it into an empty database, as a superuser, whom no wall keeps from {@code COPY}. */
    void write(Connection superuser) throws SQLException {
        DataSource database = new SingleConnectionDataSource(superuser, true);
        try (Statement statement = superuser.createStatement()) {
            statement.execute("""
                    insert into organisation (id, name, currency, zone, locale, mail_mode, tolerance, simulated_today)
                    values (%d, 'Bench Ltd', 'EUR', 'UTC', 'en', 'sink', 100, '%s')
                    """.formatted(ORGANISATION, TODAY));
            new Customers().write(database);
            new Invoices().write(database);
            statement.execute("""
                    insert into dispute (org_id, invoice_id, reason, opened_on, author)
                    select org_id, id, 'Goods came late', date '%1$s' - 12, 'Bench'
                    from invoice
                    where open_amount > 0 and id %% 100 = 7 and issued_on < date '%1$s' - 12
                    """.formatted(TODAY));
            for (String table : new String[] {"customer", "contact", "invoice", "payment", "allocation"}) {
                statement.execute("select setval(pg_get_serial_sequence('%s', 'id'), 10000000)".formatted(table));
            }
        }
    }

    private Random random(String purpose) {
        return new Random(seed * 31 + purpose.hashCode());
    }

    private static boolean happens(Random random, int percent) {
        return random.nextInt(100) < percent;
    }

    /** The customer's own ways, found again from its number. */
    private record Habit(String currency, int termDays, int daysLate) {
        static Habit of(Random random) {
            int kind = random.nextInt(100);
            String currency = kind < 90 ? "EUR" : kind < 97 ? "USD" : "GBP";
            int late = Math.min(random.nextInt(LATEST_HABIT), random.nextInt(LATEST_HABIT)) - 5;
            return new Habit(currency, new int[] {14, 30, 30, 60}[random.nextInt(4)], late);
        }
    }

    private Habit[] habits() {
        Random random = random("habits");
        Habit[] habits = new Habit[customers + 1];
        for (int customer = 1; customer <= customers; customer++) {
            habits[customer] = Habit.of(random);
        }
        return habits;
    }

    /** Who they are, who is there, and what was said and agreed. */
    private final class Customers {

        private final Random random = random("customers");
        private final Habit[] habits = habits();
        private final CopyRows people = new CopyRows();
        private final CopyRows contacts = new CopyRows();
        private final CopyRows talks = new CopyRows();
        private final CopyRows promises = new CopyRows();
        private final CopyRows holds = new CopyRows();
        private final CopyRows credits = new CopyRows();

        void write(DataSource database) {
            for (int customer = 1; customer <= customers; customer++) {
                person(customer);
                contacts(customer);
                agreements(customer);
            }
            people.into(database, "customer (org_id, id, number, name, language, currency, contact_mode)");
            contacts.into(database, "contact (org_id, customer_id, name, email, phone, role, bounced_on)");
            talks.into(database, "interaction (org_id, customer_id, kind, direction, outcome, happened_on, author)");
            promises.into(
                    database,
                    "promise (org_id, customer_id, currency, amount, made_on, due_on, grace_days, state, settled_on, author)");
            holds.into(database, "hold (org_id, customer_id, reason, from_on, until_on, author)");
            credits.into(
                    database,
                    "payment (org_id, customer_id, received_on, currency, amount, unapplied_amount, reference)");
        }

        private void person(int customer) {
            String mode = happens(random, 2) ? "manual" : happens(random, 2) ? "approve" : "automatic";
            String language = new String[] {"en", "de", "es"}[random.nextInt(3)];
            people.add(
                    ORGANISATION,
                    customer,
                    "C" + (100_000 + customer),
                    "Customer " + customer,
                    language,
                    habits[customer].currency,
                    mode);
        }

        private void contacts(int customer) {
            if (!happens(random, 3)) {
                LocalDate bounced = happens(random, 1) ? TODAY.minusDays(10) : null;
                contacts.add(
                        ORGANISATION,
                        customer,
                        "Clerk " + customer,
                        "clerk" + customer + "@example.com",
                        "+49 30 " + customer,
                        "ap_clerk",
                        bounced);
            }
            if (happens(random, 40)) {
                contacts.add(
                        ORGANISATION,
                        customer,
                        "Approver " + customer,
                        "approver" + customer + "@example.com",
                        null,
                        "approver",
                        null);
            }
        }

        private void agreements(int customer) {
            String currency = habits[customer].currency;
            if (happens(random, 40)) {
                LocalDate on = TODAY.minusDays(1 + random.nextInt(90));
                talks.add(ORGANISATION, customer, "call", "out", "reached", on, "Bench");
            }
            if (happens(random, 10)) {
                LocalDate kept = TODAY.minusDays(30 + random.nextInt(60));
                promises.add(
                        ORGANISATION, customer, currency, 10_000, kept.minusDays(7), kept, 1, "kept", kept, "Bench");
            }
            if (happens(random, 2)) {
                LocalDate due = TODAY.plusDays(2 + random.nextInt(20));
                promises.add(
                        ORGANISATION,
                        customer,
                        currency,
                        10_000_000,
                        TODAY.minusDays(9),
                        due,
                        1,
                        "open",
                        null,
                        "Bench");
            }
            if (happens(random, 1)) {
                holds.add(
                        ORGANISATION,
                        customer,
                        "Waiting for an order number",
                        TODAY.minusDays(5),
                        TODAY.plusDays(9),
                        "Bench");
            }
            if (happens(random, 2)) {
                credits.add(ORGANISATION, customer, TODAY.minusDays(20), currency, 50_000, 50_000, "U" + customer);
            }
        }
    }

    /** What they owe and what they paid. */
    private final class Invoices {

        private final Random random = random("invoices");
        private final Habit[] habits = habits();
        private final CopyRows invoices = new CopyRows();
        private final CopyRows payments = new CopyRows();
        private final CopyRows allocations = new CopyRows();

        void write(DataSource database) {
            for (int invoice = 1; invoice <= Book.this.invoices; invoice++) {
                invoice(invoice);
            }
            invoices.into(
                    database,
                    "invoice (org_id, id, customer_id, number, issued_on, due_on, currency, amount, open_amount)");
            payments.into(
                    database,
                    "payment (org_id, id, customer_id, received_on, currency, amount, unapplied_amount, reference)");
            allocations.into(database, "allocation (org_id, invoice_id, payment_id, amount, effective_on)");
        }

        private void invoice(int invoice) {
            int rank =
                    Math.min(random.nextInt(customers), Math.min(random.nextInt(customers), random.nextInt(customers)));
            int customer = 1 + (int) (rank * SCATTER % customers);
            Habit habit = habits[customer];
            LocalDate issued = TODAY.minusDays(random.nextInt(DAYS));
            LocalDate due = issued.plusDays(habit.termDays);
            long amount = 1_000 + (long) random.nextInt(50_000) * (1 + random.nextInt(20));
            LocalDate paidOn = due.plusDays(habit.daysLate + random.nextInt(25) - 5L);
            long paid = happens(random, 3) ? 0 : happens(random, 3) ? amount / 2 : amount;
            if (allOpen || paidOn.isAfter(TODAY) || paidOn.isBefore(issued)) {
                paid = 0;
            }
            invoices.add(
                    ORGANISATION,
                    invoice,
                    customer,
                    "R-" + (1_000_000 + invoice),
                    issued,
                    due,
                    habit.currency,
                    amount,
                    amount - paid);
            if (paid > 0) {
                int payment = customers + invoice;
                payments.add(
                        ORGANISATION, payment, customer, paidOn, habit.currency, paid, 0, "R-" + (1_000_000 + invoice));
                allocations.add(ORGANISATION, invoice, payment, paid, paidOn);
            }
        }
    }
}
