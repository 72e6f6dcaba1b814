package dev.dunwell.letters.web;

import dev.dunwell.messaging.ShippedTexts;
import dev.dunwell.messaging.TextKey;
import dev.dunwell.messaging.TextVersion;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a kind in one variant, by name and language.
 *
 * @param latest the last version of what was ever changed
 */
public record TextsView(TextKey.Kind kind, String variant, Map<TextKey, TextVersion> latest) {

    public boolean is(TextKey.Kind asked) {
        return kind == asked;
    }

    /** Letters and text messages have tones, what is said on the phone has situations. */
    public boolean isWritten() {
        return kind != TextKey.Kind.SCRIPT;
    }

    public TextKey key(String name, String language) {
        return new TextKey(kind, name, language, variant);
    }

    /** {@code as shipped}, {@code own, version 3}. */
    public String state(TextKey key) {
        TextVersion own = latest.get(key);
        if (own != null && own.source() != null) {
            return "own, version " + own.version();
        } else {
            return ShippedTexts.of(key).isPresent() ? "as shipped" : "none, the usual one";
        }
    }

    /** Who changed it last, and when; null when nobody did. */
    public @Nullable String by(TextKey key) {
        TextVersion own = latest.get(key);
        return own == null ? null : by(own.author(), own.on());
    }

    private static String by(String author, LocalDate on) {
        return author + ", " + on;
    }

    /** {@code Final notice}. */
    public String words(String name) {
        return sentence(name);
    }

    public String language(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
    }

    static String sentence(String name) {
        String words = name.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
