package dev.dunwell.bench;

import dev.dunwell.BareLoop;
import dev.dunwell.TestMailServer;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Tenant;
import dev.dunwell.messaging.Deliver;
import dev.dunwell.messaging.Delivered;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The messages of one night through a mail server in this process, beside a bare loop over as many connections. */
final class Mails {

    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 8);
    /** What 60 % of the bare loop's speed is in time. */
    private static final String LIMIT = "1.67";

    private final House house;
    private final TestMailServer server;
    private int sent;

    Mails(House house, TestMailServer server) {
        this.house = house;
        this.server = server;
    }

    static String[] settings(TestMailServer server) {
        return new String[] {
            "--dunwell.mail.host=localhost",
            "--dunwell.mail.port=" + server.port(),
            "--dunwell.mail.tls=none",
            "--dunwell.mail.connections=" + CONNECTIONS
        };
    }

    boolean areWanted(String only) {
        return "mail through a server that keeps it, mail with a copy, server drops it".contains(only);
    }

    void goLive() throws SQLException {
        house.command("update organisation set mail_mode = 'live'");
    }

    void stayHome() throws SQLException {
        house.command("update organisation set mail_mode = 'sink'");
    }

    void keepOnDisk() throws IOException {
        server.keepIn(Path.of("target", "bench-spool"));
    }

    void throwAway() throws IOException {
        server.keepIn(null);
    }

    /** Each message asks after an invoice of which a copy of 60 kB is on file, each a file of its own. */
    void takeCopies() throws SQLException {
        house.command("update message set template = 'inquiry'");
        house.command("""
                create temp table bench_copy as
                select i.org_id, i.id as invoice_id, p.bytes, sha256(p.bytes) as hash
                from (select distinct on (message_id) org_id, invoice_id as id from step_taken
                      where message_id is not null order by message_id, invoice_id) i
                cross join lateral (
                  select string_agg(sha256((i.id || '/' || n)::bytea), ''::bytea) as bytes
                  from generate_series(1, 1875) n) p
                """);
        house.command(
                "insert into stored_file (org_id, hash, size) select org_id, hash, length(bytes) from bench_copy");
        house.command(
                "insert into stored_piece (org_id, hash, piece, bytes) select org_id, hash, 0, bytes from bench_copy");
        house.command("""
                insert into invoice_copy (org_id, invoice_id, file_name, media_type, hash, author)
                select org_id, invoice_id, 'invoice-' || invoice_id || '.pdf', 'application/pdf', hash, 'Bench'
                from bench_copy
                """);
        house.command("drop table bench_copy");
        house.command("vacuum analyze invoice_copy, stored_file, stored_piece");
    }

    Contest contest(String work) {
        return new Contest(
                work,
                new Contest.Step(this::planAgain, this::leave),
                new Contest.Step(() -> new BareLoop(server.port(), CONNECTIONS, server.last()).send(sent)),
                LIMIT);
    }

    private void planAgain() throws SQLException {
        house.command("truncate send_journal, sink_mail, message_file");
        house.command("""
                update message
                set state = 'planned', subject = null, body_text = null, body_html = null, fence = null, sent_at = null
                """);
        house.command("vacuum message");
        server.forget();
    }

    private void leave() {
        Organisation organisation = house.organisation();
        Instant now = house.bean(Clock.class).instant().plus(Duration.ofDays(1));
        Delivered delivered =
                Tenant.in(organisation.id(), () -> house.bean(Deliver.class).run(organisation, now));
        sent = delivered.sent();
        if (sent == 0 || server.mails() != sent || server.messageIds() != sent) {
            throw new IllegalStateException("%d were sent and %d different ones of %d arrived"
                    .formatted(sent, server.messageIds(), server.mails()));
        }
    }

    /** How many and how large they were. */
    String told() {
        return String.format(
                Locale.ROOT,
                "  %,d messages of the night, each about %,d bytes, over %d connections",
                sent,
                server.last().length,
                CONNECTIONS);
    }
}
