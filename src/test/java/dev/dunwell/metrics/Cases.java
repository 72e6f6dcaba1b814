package dev.dunwell.metrics;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;

import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.Share;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Single cases in short words, for figures that are counted by hand. */
final class Cases {

    private final Book book;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Cases(Book book, JdbcClient db, TransactionTemplate transaction) {
        this.book = book;
        this.db = db;
        this.transaction = transaction;
    }

    private void write(String sql, @Nullable Object... values) {
        Tenant.runIn(
                book.organisation(),
                () -> transaction.executeWithoutResult(
                        _ -> db.sql(sql).params(Arrays.asList(values)).update()));
    }

    /** Amounts in whole euros; its state was recorded on the day. */
    void promise(int amount, int received, String state, String settledOn) {
        promise(amount, received, state, settledOn, settledOn);
    }

    void promise(int amount, int received, String state, String settledOn, String knownFrom) {
        write(
                """
                insert into promise (customer_id, currency, amount, made_on, due_on, grace_days, state, received, settled_on,
                  author, recorded_at, settled_at)
                values (?, 'EUR', ?, date '2026-05-01', ?, 1, ?, ?, ?, 'Nora', timestamptz '2026-05-01 09:00Z', ?)
                """,
                book.customer("ACME").id(),
                amount * 100,
                day(settledOn),
                state,
                received * 100,
                day(settledOn),
                day(knownFrom).atTime(12, 0).atOffset(ZoneOffset.UTC));
    }

    void dispute(Invoice invoice, String openedOn, @Nullable String closedOn, String knownFrom) {
        write(
                """
                insert into dispute (invoice_id, reason, opened_on, closed_on, author, closed_by, recorded_at, closed_at)
                values (?, 'price', ?, ?, 'Nora', ?, timestamptz '2026-05-01 09:00Z', ?)
                """,
                invoice.id(),
                day(openedOn),
                closedOn == null ? null : day(closedOn),
                closedOn == null ? null : "Nora",
                closedOn == null ? null : day(knownFrom).atTime(12, 0).atOffset(ZoneOffset.UTC));
    }

    void step(Invoice invoice, int stage, String takenOn, int open) {
        write(
                "insert into step_taken (invoice_id, step, stage, taken_on, how, open_amount) values (?, ?, ?, ?, 'mail', ?)",
                invoice.id(),
                stage,
                stage,
                day(takenOn),
                open * 100);
    }

    void talk(String kind, String direction, @Nullable String outcome) {
        write(
                "insert into interaction (customer_id, kind, direction, outcome, happened_on, author)"
                        + " values (?, ?, ?, ?, date '2026-06-10', 'Nora')",
                book.customer("ACME").id(),
                kind,
                direction,
                outcome);
    }

    void contact(String name, @Nullable String email, @Nullable String verifiedOn, @Nullable String bouncedOn) {
        write(
                "insert into contact (customer_id, name, email, verified_on, bounced_on, recorded_at)"
                        + " values (?, ?, ?, ?, ?, timestamptz '2024-01-10 09:00Z')",
                book.customer("ACME").id(),
                name,
                email,
                verifiedOn == null ? null : day(verifiedOn),
                bouncedOn == null ? null : day(bouncedOn));
    }

    Invoice invoice(String customer, String number, String amount, String issuedOn) {
        return book.invoice(
                customer,
                number,
                eur(amount),
                issuedOn,
                day(issuedOn).plusDays(30).toString());
    }

    void paid(Invoice invoice, String amount, String on) {
        book.payment(
                invoice.customerNumber(),
                eur(amount),
                on,
                RecordPayment.Use.named(new Share(invoice.id(), eur(amount))));
    }

    String here(String name) {
        return name + " of " + book.organisation();
    }

    void colleague(String name, boolean isGone) {
        String email = "%s.%d@figures.example".formatted(name.toLowerCase(Locale.ROOT), book.organisation());
        write("insert into person (email, name, password_hash) values (?, ?, 'none')", email, here(name));
        write("insert into membership (person_id, role) select id, 'collector' from person where email = ?", email);
        if (isGone) {
            write("update person set disabled_at = now() where email = ?", email);
        }
    }
}
