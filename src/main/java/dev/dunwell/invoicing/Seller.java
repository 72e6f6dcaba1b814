package dev.dunwell.invoicing;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
     * How its documents look.
     *
     * @param colour {@code #0f5a66}
     * @param texts a sentence above the lines, by language; {@code en} for every other
     * @param logo a picture kept in the archive; null when there is none
     */
    public record Look(
            String colour,
            Map<String, String> texts,
            @Nullable String logo) {

        public Look {
            texts = Map.copyOf(texts);
        }

        String text(String language) {
            return Objects.requireNonNullElse(texts.getOrDefault(language, texts.get("en")), "");
        }
    }
}
