package dev.dunwell.intake.formats;

import static dev.dunwell.intake.formats.Target.NAME;
import static dev.dunwell.intake.formats.Target.NUMBER;

import dev.dunwell.intake.formats.table.Row;
import dev.dunwell.kernel.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Understands the rows of one file, one after the other from the first to the last. Each row becomes a typed one, a
 * repetition of an earlier one, or the list of all that is wrong with it; none is left out and none is guessed at.
 *
 * <p>What names the same thing twice (an invoice's or customer's number; a contact's customer, name and address) counts
 * once: the first row wins, a later one with the same values is a repetition, one with other values is wrong. Payments,
 * and work without a number, have no such name and each counts.
 */
public final class Reading {

    private final Kind kind;
    private final Cells cells;
    private final Seen seen = new Seen();

    /**
     * Begins with the first row.
     *
     * @param mapping without problems and with nothing missing for this kind
     * @param conventions how its columns are written, {@link Profile#conventions}; a value that would need one that is
     *     not there is wrong
     */
    public Reading(Kind kind, List<String> headings, Mapping mapping, Collection<Convention> conventions) {
        Map<String, String> answers = new HashMap<>();
        conventions.forEach(convention -> answers.put(convention.column(), convention.answer()));
        this.kind = kind;
        this.cells = new Cells(headings, mapping, answers);
    }

    public Outcome read(Row row) {
        Problem broken = row.problem();
        if (broken != null) {
            return new Outcome.Wrong(row.number(), List.of(broken));
        }
        cells.on(row);
        TypedRow typed = switch (kind) {
            case CUSTOMERS -> CustomerRow.of(cells);
            case CONTACTS -> ContactRow.of(cells);
            case INVOICES -> InvoiceRow.of(cells);
            case CREDIT_NOTES -> CreditNoteRow.of(cells);
            case PAYMENTS -> PaymentRow.of(cells);
            case BILLABLES -> BillableRow.of(cells);
            case E_INVOICES -> EInvoiceRow.of(cells);
            case ANY -> throw new IllegalStateException("rows are of some kind");
        };
        return typed == null || !cells.areGood()
                ? new Outcome.Wrong(row.number(), cells.problems())
                : once(row.number(), typed);
    }

    private Outcome once(long row, TypedRow typed) {
        return switch (typed) {
            case InvoiceRow it -> first(row, it, NUMBER, seen.print(it.number()), print(it));
            case EInvoiceRow it ->
                first(row, it, NUMBER, seen.print(it.invoice().number(), it.isCredit()), print(it.invoice()));
            case CreditNoteRow it -> first(row, it, NUMBER, seen.print(it.number()), print(it));
            case CustomerRow it -> first(row, it, NUMBER, seen.print(it.number()), print(it));
            case ContactRow it -> first(row, it, NAME, key(it), print(it));
            case BillableRow it when it.number() != null -> first(row, it, NUMBER, seen.print(it.number()), print(it));
            case BillableRow it -> new Outcome.Typed(row, it.occurring(seen.count(print(it))));
            case PaymentRow it -> new Outcome.Typed(row, it.occurring(seen.count(print(it))));
        };
    }

    private Outcome first(long row, TypedRow typed, Target naming, long key, long print) {
        Seen.First first = seen.note(key, print, Math.toIntExact(row));
        if (first.row() == 0) {
            return new Outcome.Typed(row, typed);
        } else if (first.same()) {
            return new Outcome.Repeated(row, first.row());
        } else {
            cells.wrong(
                    naming,
                    "Row %d has the same %s with other values, and that row is taken"
                            .formatted(first.row(), naming.key()),
                    "correct or remove one of the two");
            return new Outcome.Wrong(row, cells.problems());
        }
    }

    private long key(ContactRow it) {
        String email = it.email() == null ? "" : it.email();
        return seen.print(it.customerNumber(), it.name().toLowerCase(Locale.ROOT), email.toLowerCase(Locale.ROOT));
    }

    private long print(InvoiceRow it) {
        return seen.print(
                it.customerNumber(),
                it.customerName(),
                it.issuedOn(),
                it.dueOn(),
                it.amount().minor(),
                it.amount().currency(),
                it.settledOn(),
                it.disputed(),
                it.open() == null ? null : it.open().minor());
    }

    private long print(CreditNoteRow it) {
        return seen.print(
                it.customerNumber(),
                it.customerName(),
                it.issuedOn(),
                it.amount().minor(),
                it.amount().currency(),
                it.left() == null ? null : it.left().minor(),
                it.reason());
    }

    private long print(CustomerRow it) {
        return seen.print(
                it.name(), it.parentNumber(), it.language(), it.zone(), it.currency(), it.tags(), it.ownerEmail());
    }

    private long print(ContactRow it) {
        return seen.print(it.email(), it.phone(), it.role(), it.language());
    }

    private long print(BillableRow it) {
        return seen.print(
                it.customerNumber(),
                it.origin(),
                it.deliveredOn(),
                it.description(),
                it.quantity().stripTrailingZeros(),
                it.unit(),
                it.unitPrice().stripTrailingZeros(),
                it.amount().currency(),
                it.tax(),
                it.reference());
    }

    private long print(PaymentRow it) {
        return seen.print(
                it.customerNumber(),
                it.invoiceNumber(),
                it.amount().minor(),
                it.amount().currency(),
                it.receivedOn(),
                it.reference());
    }
}
