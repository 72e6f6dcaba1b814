package dev.dunwell.copies.web;

import dev.dunwell.copies.InvoiceCopy;
import java.util.List;

/** The copies of an invoice, what letters take along first. */
public record CopiesView(long invoiceId, List<InvoiceCopy> copies, boolean mayKeep) {

    /** In units that people compare. */
    public static String size(InvoiceCopy copy) {
        return copy.size() < 1_000_000 ? Math.max(1, copy.size() / 1000) + " kB" : copy.size() / 1_000_000 + " MB";
    }
}
