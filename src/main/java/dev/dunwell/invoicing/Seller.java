package dev.dunwell.invoicing;

import java.util.Map;
import java.util.Objects;

/**
 * The organisation as it issues invoices.
 *
 * @param isOn whether the house issues invoices at all
 * @param series begins every number, {@code INV} in {@code INV-2026-00017}
 * @param exemption why sales are exempt, where they are
 * @param look of its documents
 */
public record Seller(boolean isOn, Party party, String series, String exemption, Look look) {

    /**
     * How its documents look, beside what stands on every paper.
     *
     * @param texts a sentence above the lines, by language; {@code en} for every other
     */
    public record Look(Map<String, String> texts) {

        public Look {
            texts = Map.copyOf(texts);
        }

        String text(String language) {
            return Objects.requireNonNullElse(texts.getOrDefault(language, texts.get("en")), "");
        }
    }
}
