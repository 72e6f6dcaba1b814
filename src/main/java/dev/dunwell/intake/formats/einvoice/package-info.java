/**
 * Electronic invoices after EN 16931: UBL 2.1, CII D16B, ZUGFeRD 1.0 and PDFs with one of them inside, read and held
 * against the official rules.
 *
 * <p>Start with {@link dev.dunwell.intake.formats.einvoice.EInvoiceFiles}.
 */
@NamedInterface("einvoice")
@NullMarked
package dev.dunwell.intake.formats.einvoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
