package dev.dunwell.intake.formats;

/** One row of a file with its values understood, ready to be compared with what is known. */
public sealed interface TypedRow
        permits InvoiceRow, EInvoiceRow, CreditNoteRow, ContactRow, PaymentRow, BillableRow, CustomerRow {}
