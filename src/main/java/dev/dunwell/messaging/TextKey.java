package dev.dunwell.messaging;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which text: a letter, a text message or a call script, in one language and one variant. Refuses what does not exist.
 *
 * @param name of a letter and a text message one of {@link Letters#TEMPLATES}, of a script one of
 *     {@link Scripts#STAGES}
 * @param language one of {@link Wording#LANGUAGES}
 * @param variant the tone of a letter or a text message, the situation of a script
 */
public record TextKey(Kind kind, String name, String language, String variant) {

    /** What a text is for. */
    public enum Kind {
        LETTER("letters", "letter"),
        SMS("sms", "text message"),
        SCRIPT("scripts", "script");

        private final String folder;
        private final String title;

        Kind(String folder, String title) {
            this.folder = folder;
            this.title = title;
        }

        /** Where the shipped ones stand, and how addresses call them. */
        public String folder() {
            return folder;
        }

        public String title() {
            return title;
        }

        /** All of its names, in the order of a conversation. */
        public List<String> names() {
            return this == SCRIPT ? Scripts.STAGES : Letters.TEMPLATES;
        }

        /** All of its variants, the usual one first where there is one. */
        public List<String> variants() {
            return this == SCRIPT
                    ? Scripts.SITUATIONS
                    : Tone.ALL.stream().map(Tone::code).toList();
        }
    }

    public TextKey {
        if (!kind.names().contains(name)) {
            throw new LetterRefused("There is no %s '%s': choose one of %s.".formatted(kind.title, name, kind.names()));
        } else if (!Wording.LANGUAGES.contains(language)) {
            throw new LetterRefused(
                    "Nothing is written in '%s': choose one of %s.".formatted(language, Wording.LANGUAGES));
        } else if (!kind.variants().contains(variant)) {
            throw new LetterRefused("No %s is '%s': choose one of %s.".formatted(kind.title, variant, kind.variants()));
        }
    }

    /** @param language any language tag; one that we do not write means English */
    public static TextKey letter(String template, String language, Tone tone) {
        return new TextKey(Kind.LETTER, template, Wording.of(language).language(), tone.code());
    }

    /** What a message of a way is written from: a short text for a telephone, else a letter. */
    static TextKey of(Way way, String template, String language, Tone tone) {
        TextKey letter = letter(template, language, tone);
        return way == Way.SMS ? new TextKey(Kind.SMS, letter.name, letter.language, letter.variant) : letter;
    }

    /** @param language any language tag; one that we do not write means English */
    public static TextKey script(String stage, String language, String situation) {
        return new TextKey(Kind.SCRIPT, stage, Wording.of(language).language(), situation);
    }

    /** Every text of a kind that can exist. */
    public static List<TextKey> all(Kind kind) {
        return kind.names().stream()
                .flatMap(name -> Wording.LANGUAGES.stream().flatMap(language -> variants(kind, name, language)))
                .toList();
    }

    private static Stream<TextKey> variants(Kind kind, String name, String language) {
        return kind.variants().stream().map(variant -> new TextKey(kind, name, language, variant));
    }

    /** {@code Final notice}. */
    public String title() {
        String words = name.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** {@code /settings/letters/final-notice/de/firm}. */
    public String url() {
        return "/settings/%s/%s/%s/%s".formatted(kind.folder, name, language, variant);
    }

    String path() {
        return "/%s/%s/%s/%s.md".formatted(kind.folder, language, variant, name);
    }
}
