package dev.dunwell.evidence.web;

import dev.dunwell.evidence.EvidencePack;
import java.util.List;

/**
 * The packs of a customer or of an invoice.
 *
 * @param url where one more is made, {@code /invoices/7/evidence}
 */
public record EvidenceView(String url, List<EvidencePack> packs, boolean mayMake) {}
