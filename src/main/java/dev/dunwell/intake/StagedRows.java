package dev.dunwell.intake;

import dev.dunwell.intake.formats.BillableRow;
import dev.dunwell.intake.formats.ContactRow;
import dev.dunwell.intake.formats.CreditNoteRow;
import dev.dunwell.intake.formats.CustomerRow;
import dev.dunwell.intake.formats.EInvoiceRow;
import dev.dunwell.intake.formats.InvoiceRow;
import dev.dunwell.intake.formats.PaymentRow;
import dev.dunwell.intake.formats.TypedRow;
import dev.dunwell.kernel.CopyRows;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Typed rows on their way into the temporary table of their kind, some thousands at a time. */
final class StagedRows {

    private static final int AT_ONCE = 20_000;

    private final DataSource database;
    private final CopyRows rows = new CopyRows();

    StagedRows(DataSource database) {
        this.database = database;
    }

    void add(long row, TypedRow typed) {
        switch (typed) {
            case InvoiceRow it ->
                rows.add(
                        row,
                        it.customerNumber(),
                        it.customerName(),
                        it.number(),
                        it.issuedOn(),
                        it.dueOn(),
                        it.amount().currency(),
                        it.amount().minor(),
                        it.settledOn(),
                        it.disputed(),
                        it.open() == null ? null : it.open().minor());
            case EInvoiceRow it ->
                rows.add(
                        row,
                        it.invoice().customerNumber(),
                        it.invoice().customerName(),
                        it.invoice().number(),
                        it.invoice().issuedOn(),
                        it.invoice().dueOn(),
                        it.invoice().amount().currency(),
                        it.invoice().amount().minor(),
                        null,
                        null,
                        null,
                        it.isCredit(),
                        it.reference(),
                        it.document());
            case CreditNoteRow it ->
                rows.add(
                        row,
                        it.customerNumber(),
                        it.customerName(),
                        it.number(),
                        it.issuedOn(),
                        it.amount().currency(),
                        it.amount().minor(),
                        it.left() == null ? null : it.left().minor(),
                        it.reason());
            case PaymentRow it ->
                rows.add(
                        row,
                        it.customerNumber(),
                        it.invoiceNumber(),
                        it.amount().currency(),
                        it.amount().minor(),
                        it.receivedOn(),
                        it.reference(),
                        it.occurrence());
            case BillableRow it ->
                rows.add(
                        row,
                        it.customerNumber(),
                        it.number(),
                        it.origin(),
                        it.deliveredOn(),
                        it.description(),
                        it.quantity(),
                        it.unit(),
                        it.unitPrice(),
                        it.amount().currency(),
                        it.amount().minor(),
                        it.tax().toString(),
                        it.reference(),
                        it.occurrence());
            case ContactRow it ->
                rows.add(row, it.customerNumber(), it.name(), it.email(), it.phone(), it.role(), it.language());
            case CustomerRow it ->
                rows.add(
                        row,
                        it.number(),
                        it.name(),
                        it.parentNumber(),
                        it.language(),
                        it.zone(),
                        it.currency(),
                        array(it.tags()),
                        it.ownerEmail());
        }
        if (rows.size() >= AT_ONCE) {
            flush();
        }
    }

    void flush() {
        if (!rows.isEmpty()) {
            rows.into(database, "staged");
        }
    }

    /** As PostgreSQL writes an array; none is what the file does not say. */
    private static @Nullable String array(List<String> texts) {
        return texts.isEmpty()
                ? null
                : texts.stream()
                        .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(Collectors.joining(",", "{", "}"));
    }
}
