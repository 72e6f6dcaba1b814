package dev.dunwell.intake.formats.einvoice;

import dev.dunwell.intake.formats.table.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The rows of a table of e-invoices, as often as they are asked for; each document is understood the first time its row
 * is reached. Instances remember and so serve one thread.
 */
final class EInvoiceRows implements Supplier<Iterator<Row>> {

    static final String FILE = "File";
    static final String SYNTAX = "Syntax";

    /** Under which number the buyer is known here: the one the invoice gives, else the name. */
    static final String CUSTOMER = "Customer";

    /** Whether it takes back what an invoice asked for. */
    static final String CREDIT = "Credit";

    /** All that is kept of it beside the book, as JSON. */
    static final String DOCUMENT = "Document";

    /** The rules it does not keep that are no reason to refuse it. */
    static final String REMARKS = "Remarks";

    private final List<Piece> pieces;
    private final List<Row> known = new ArrayList<>();

    EInvoiceRows(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    static List<String> headings() {
        return Stream.of(
                        Stream.of(FILE, SYNTAX, CUSTOMER, CREDIT),
                        Arrays.stream(Field.values()).map(Field::heading),
                        Stream.of(DOCUMENT, REMARKS))
                .flatMap(it -> it)
                .toList();
    }

    @Override
    public Iterator<Row> get() {
        return new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                return at < pieces.size();
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                if (at == known.size()) {
                    known.add(row(at + 1, Document.of(pieces.get(at))));
                }
                return known.get(at++);
            }
        };
    }

    private static Row row(int number, Document document) {
        List<String> cells = new ArrayList<>();
        cells.add(document.name());
        EInvoice invoice = document.invoice();
        if (invoice != null) {
            String buyer = invoice.at(Field.BUYER_NUMBER);
            cells.add(invoice.syntax().called());
            cells.add(buyer.isEmpty() ? invoice.at(Field.BUYER) : buyer);
            cells.add(invoice.isCredit() ? "yes" : "no");
            for (Field field : Field.values()) {
                cells.add(cell(invoice, field));
            }
            cells.add(DocumentJson.of(invoice));
            cells.add(document.remarks());
        }
        return Row.made(number, cells, document.fault());
    }

    /** As it stands, but the due date where only days are told, and the amount of a credit without its sign. */
    private static String cell(EInvoice invoice, Field field) {
        String text = invoice.at(field);
        return switch (field) {
            case DUE -> text.isEmpty() ? invoice.dueByTerms() : text;
            case PAYABLE -> payable(invoice, text.isEmpty() ? invoice.at(Field.GROSS) : text);
            default -> text;
        };
    }

    private static String payable(EInvoice invoice, String text) {
        try {
            return invoice.isCredit() ? new BigDecimal(text).abs().toPlainString() : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
