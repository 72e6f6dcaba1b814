package dev.dunwell.bench;

import dev.dunwell.TestMailServer;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Tenant;
import dev.dunwell.collections.Queue;
import dev.dunwell.collections.RunNight;
import dev.dunwell.collections.Watch;
import dev.dunwell.collections.Worklist;
import dev.dunwell.insight.Aging;
import dev.dunwell.insight.Basis;
import dev.dunwell.insight.Buckets;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.messaging.Deliver;
import dev.dunwell.metrics.Books;
import dev.dunwell.metrics.KeepBook;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long the house takes for its work, each beside the hand-written SQL that does the same on the same database, in
 * one run. Sizes are system properties: {@code bench.customers}, {@code bench.invoices}, {@code bench.open=all},
 * {@code bench.seed}, {@code bench.rounds}; {@code bench.only=nothing} takes the rows with that word.
 */
public final class Bench {

    private static final String HEAD = String.format(
            Locale.ROOT,
            "%-44s %-26s %-26s %8s  %-7s %-7s %s",
            "work",
            "ours: median (min–max)",
            "SQL by hand",
            "ratio",
            "target",
            "",
            "spin before → after, ms");

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final House house;
    private final Mails mails;
    private final int rounds;
    private final String only = System.getProperty("bench.only", "");
    private final List<String> lines = new ArrayList<>();

    private Bench(House house, TestMailServer server, int rounds) {
        this.house = house;
        this.mails = new Mails(house, server);
        this.rounds = rounds;
    }

    /** Prints the table and keeps it in {@code target/bench.txt}. */
    public static void main(String... args) throws Exception {
        Book book = new Book(
                Integer.getInteger("bench.customers", 10_000),
                Integer.getInteger("bench.invoices", 100_000),
                "all".equals(System.getProperty("bench.open")),
                Long.getLong("bench.seed", 1));
        try (var server = new TestMailServer(null);
                House house = new House(Path.of("target", "bench"), Mails.settings(server))) {
            Bench bench = new Bench(house, server, Integer.getInteger("bench.rounds", 5));
            bench.measure(book);
            Files.write(Path.of("target", "bench.txt"), bench.lines);
        }
    }

    private void measure(Book book) throws Exception {
        book.write(house.superuser());
        if (!"false".equals(System.getProperty("bench.statistics"))) {
            house.command("vacuum analyze");
        }
        String open = house.ask("select count(*) from invoice where open_amount > 0");
        print(String.format(
                Locale.ROOT,
                "%,d customers, %,d invoices over 24 months, %,d open; %d rounds after warming up",
                book.customers(),
                book.invoices(),
                Integer.parseInt(open),
                rounds));
        print(HEAD);
        firstNight();
        idleNight();
        aging();
        delivery();
        throughServer();
        figures();
        if (isWanted("simulation")) {
            print(Ahead.sixtyNights(house));
        }
        pages();
        imports(book);
        print("memory: heap peaked at %,d MB".formatted(peakMegabytes()));
    }

    private void firstNight() throws Exception {
        List<String> written = new ArrayList<>();
        hold(new Contest(
                "night over all open items",
                new Contest.Step(() -> refresh(written), this::decideAll),
                new Contest.Step(() -> refresh(written), () -> house.run("first-night")),
                "3"));
        if (written.isEmpty()) {
            return;
        }
        written.add(fingerprint());
        List<String> different = written.stream().skip(1).distinct().toList();
        if (different.size() > 1) {
            throw new IllegalStateException("The night and the SQL by hand wrote different rows: " + different);
        }
        print("  each wrote " + counts());
    }

    private void refresh(List<String> written) throws SQLException {
        written.add(fingerprint());
        house.forgetNights();
    }

    private void idleNight() throws Exception {
        if (!isWanted("night with nothing to do")) {
            return;
        }
        house.forgetNights();
        decideAll();
        house.command("vacuum analyze decision, step_taken, message, customer_standing");
        String before = counts();
        hold(new Contest(
                "night with nothing to do",
                new Contest.Step(this::decideAll),
                new Contest.Step(() -> {
                    house.read("idle-items");
                    house.read("idle-parties");
                }),
                "2"));
        if (!before.equals(counts())) {
            throw new IllegalStateException(
                    "A night with nothing to do wrote something: " + before + ", then " + counts());
        }
    }

    private void aging() throws Exception {
        hold(new Contest(
                "aging per customer",
                new Contest.Step(() -> Tenant.runIn(
                        Book.ORGANISATION,
                        () -> house.bean(Aging.class)
                                .customers(
                                        new Aging.Question(AsOf.today(Book.TODAY), Buckets.usual(Basis.DUE), List.of()),
                                        _ -> {}))),
                new Contest.Step(() -> house.read("aging")),
                "1.5"));
    }

    /** The messages of one night into the mailbox of this installation, asked, written, kept and journalled. */
    private void delivery() throws Exception {
        if (!isWanted("mail into the sink")) {
            return;
        }
        Organisation organisation = house.organisation();
        Instant now = house.bean(Clock.class).instant().plus(Duration.ofDays(1));
        long[] nanos = new long[rounds];
        int sent = 0;
        for (int round = -1; round < rounds; round++) {
            house.command("truncate send_journal, sink_mail");
            house.command("update message set state = 'planned', subject = null, body_text = null, body_html = null");
            house.command("vacuum message");
            long begun = System.nanoTime();
            sent = Tenant.in(organisation.id(), () -> house.bean(Deliver.class).run(organisation, now))
                    .sent();
            if (round >= 0) {
                nanos[round] = System.nanoTime() - begun;
            }
        }
        print(rate(sent, new Timing(nanos)));
    }

    /** The same messages through a mail server in this process, beside a bare loop over as many connections. */
    private void throughServer() throws Exception {
        if (!mails.areWanted(only)) {
            return;
        }
        mails.goLive();
        mails.keepOnDisk();
        hold(mails.contest("mail through a server that keeps it"));
        print(mails.told());
        mails.takeCopies();
        hold(mails.contest("mail with a copy, server keeps it"));
        print(mails.told());
        mails.throwAway();
        hold(mails.contest("mail with a copy, server drops it"));
        print(mails.told());
        mails.stayHome();
    }

    private static String rate(int sent, Timing timing) {
        long perSecond = sent * NANOS_PER_SECOND / timing.median();
        return String.format(
                Locale.ROOT,
                "%-44s %-26s %-26s %8s  ≥ %-5s %s",
                "mail into the sink, " + sent + " messages",
                timing,
                "",
                String.format(Locale.ROOT, "%,d/s", perSecond),
                "2,500",
                perSecond >= 2_500 ? "holds" : "missed");
    }

    /** The kept days of two years, made anew as a whole, then every page of figures. */
    private void figures() throws Exception {
        if (!isWanted(FigurePages.ROW)) {
            return;
        }
        Books.Kept kept =
                Tenant.in(Book.ORGANISATION, () -> house.bean(KeepBook.class).keep(Book.TODAY));
        print("%-44s %,d ms".formatted("figures of all days, made anew", kept.tookMillis()));
        house.command("analyze book_day, book_month, book_mover, book_risk");
        try (Pages pages = new Pages(house)) {
            for (var lines = FigurePages.lines(pages).iterator(); lines.hasNext(); ) {
                print(lines.next());
            }
        }
    }

    private void pages() throws Exception {
        if (!isWanted("page: Today, search")) {
            return;
        }
        Worklist worklist = house.bean(Worklist.class);
        long sql = alone(() -> worklist.rows(Queue.of(Book.TODAY), Worklist.After.NOTHING, 51));
        long lost = alone(() -> house.bean(Watch.class).look(Book.TODAY, 10));
        try (Pages pages = new Pages(house)) {
            print(pages.row("Today, first page", "/today", sql, 20));
            print(pages.row("Today, needs attention", "/today/attention", lost, 100));
            print(pages.row("search: part of a name", "/search?q=omer+77", 0, 100));
            print(pages.row("search: an amount", "/search?q=1.234,00", 0, 100));
        }
    }

    private boolean isWanted(String row) {
        return row.contains(only);
    }

    private static long alone(Runnable query) {
        long[] nanos = new long[101];
        for (int i = 0; i < nanos.length; i++) {
            long begun = System.nanoTime();
            Tenant.runIn(Book.ORGANISATION, query);
            nanos[i] = System.nanoTime() - begun;
        }
        return new Timing(nanos).median();
    }

    private void imports(Book book) throws Exception {
        if (!isWanted("import of a file")) {
            return;
        }
        Upload upload = new Upload(house, Path.of("target", "bench-invoices.csv"));
        hold(new Contest(
                "import of a file, and what it leads to",
                new Contest.Step(upload::forgetInvoices, upload::throughTheHouse),
                new Contest.Step(upload::forgetInvoices, upload::byHandWithDecisions),
                "2"));
        hold(new Contest(
                "import of a file, beside the upsert alone",
                new Contest.Step(upload::forgetInvoices, upload::throughTheHouse),
                new Contest.Step(upload::forgetInvoices, () -> upload.byHand("import")),
                "2"));
        upload.forgetInvoices();
        upload.throughTheHouse();
        house.command("vacuum analyze");
        hold(new Contest(
                "import of the same file again",
                new Contest.Step(upload::throughTheHouse),
                new Contest.Step(() -> upload.byHand("import-again")),
                "2"));
    }

    private void decideAll() {
        Organisation organisation = house.organisation();
        Tenant.runIn(organisation.id(), () -> {
            house.bean(RunNight.class).settlePromises(organisation, Book.TODAY);
            house.bean(RunNight.class).decideAll(organisation, Book.TODAY);
        });
    }

    /** Of all that a night writes, but for keys, times and how a text was escaped. */
    private String fingerprint() throws SQLException {
        house.command("analyze decision, step_taken, message, customer_standing");
        String decisions = house.ask("""
                select sum(hashtextextended(concat_ws('|', invoice_id, decided_on, superseded_on, action, stage, step, code, reason, next_on), 0))
                from decision
                """);
        String steps = house.ask("""
                select sum(hashtextextended(concat_ws('|', s.invoice_id, s.step, s.stage, s.taken_on, s.how, s.open_amount, m.customer_id), 0))
                from step_taken s
                join message m on m.id = s.message_id
                """);
        String messages = house.ask("""
                select sum(hashtextextended(concat_ws('|', customer_id, window_on, template, language, to_name, to_address, model -> 'numbers'), 0))
                from message
                """);
        String standings = house.ask("""
                select sum(hashtextextended(concat_ws('|', customer_id, currency, open_amount, overdue_amount, others, items, oldest_due_on,
                  level, why, next_step, next_small, next_on, last_contact_on, last_contact_kind, last_contact_by), 0))
                from customer_standing
                """);
        return String.join(" ", "decisions", decisions, "steps", steps, "messages", messages, "standings", standings);
    }

    private String counts() throws SQLException {
        return house.ask("""
                select format('%s decisions, %s messages, %s steps, %s standings',
                  (select count(*) from decision), (select count(*) from message),
                  (select count(*) from step_taken), (select count(*) from customer_standing))
                """);
    }

    private void hold(Contest contest) throws Exception {
        if (isWanted(contest.work())) {
            print(contest.hold(rounds).row());
        }
    }

    private void print(String line) throws IOException {
        System.out.println(line);
        lines.add(line);
    }

    private static long peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / (1 << 20);
    }
}
