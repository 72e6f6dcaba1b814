package dev.dunwell.messaging;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation brings to everything it writes: where to pay, and the texts it has put in place of the shipped.
 *
 * @param paymentDetails several lines, or empty
 * @param own its own texts in force
 */
public record Stationery(String paymentDetails, Map<TextKey, Text> own) {

    /** Of an organisation that has changed nothing. */
    public static final Stationery SHIPPED = new Stationery("", Map.of());

    public Stationery {
        own = Map.copyOf(own);
    }

    /** The text in force; empty when none was ever written. */
    public Optional<Text> text(TextKey key) {
        Text its = own.get(key);
        return its == null ? ShippedTexts.of(key) : Optional.of(its);
    }

    /** The same for one message whose words somebody changed; null where nobody did. */
    Stationery edited(TextKey key, @Nullable String source) {
        return source == null
                ? this
                : with(new Text(key, text(key).map(Text::version).orElse(0), source));
    }

    /** The same with one text put in place, for trying it out. */
    public Stationery with(Text text) {
        Map<TextKey, Text> others = new java.util.HashMap<>(own);
        others.put(text.key(), text);
        return new Stationery(paymentDetails, others);
    }
}
