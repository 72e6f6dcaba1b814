package dev.dunwell.intake.web;

import dev.dunwell.intake.formats.einvoice.EInvoiceFiles;
import dev.dunwell.intake.formats.einvoice.Field;
import dev.dunwell.intake.formats.table.Row;
import java.util.List;

/**
 * One e-invoice of a file as its page shows it: what was read of it, as it stands there.
 *
 * @param remarks rules it does not keep that are no reason to refuse it, by their names
 * @param fault why it is refused; empty when it is good
 */
public record DocumentView(
        String file,
        String number,
        String type,
        String issued,
        String due,
        String payable,
        String buyer,
        String references,
        String terms,
        String remarks,
        String fault) {

    static DocumentView of(Row row, List<String> headings) {
        return new DocumentView(
                row.cell(headings.indexOf(EInvoiceFiles.FILE)),
                at(row, headings, Field.NUMBER),
                at(row, headings, Field.TYPE),
                at(row, headings, Field.ISSUED),
                at(row, headings, Field.DUE),
                (at(row, headings, Field.PAYABLE) + " " + at(row, headings, Field.CURRENCY)).strip(),
                at(row, headings, Field.BUYER),
                joined(row, headings, Field.PAYMENT_REFERENCE, Field.ORDER, Field.BUYER_REFERENCE, Field.PRECEDING),
                at(row, headings, Field.TERMS),
                row.cell(headings.indexOf(EInvoiceFiles.REMARKS)),
                row.problem() == null ? "" : row.problem().message());
    }

    private static String joined(Row row, List<String> headings, Field... fields) {
        return List.of(fields).stream()
                .filter(field -> !at(row, headings, field).isEmpty())
                .map(field -> field.heading() + " " + at(row, headings, field))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static String at(Row row, List<String> headings, Field field) {
        int column = headings.indexOf(field.heading());
        return column < 0 ? "" : row.cell(column);
    }
}
