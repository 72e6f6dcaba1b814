package dev.dunwell.messaging;

/**
 * A letter ready to be sent: the same words as plain text and as HTML.
 *
 * @param subject one line
 * @param text lines ended by {@code \n}, paragraphs parted by an empty line
 * @param html a whole document with its style inline, without pictures and scripts; its one link is the payer's door
 * @param language the language it was written in, an ISO 639 code such as {@code de}
 * @param version of the text it was written from, 0 as shipped
 */
public record Letter(String subject, String text, String html, String language, int version) {

    /** Of the shipped text. */
    public Letter(String subject, String text, String html, String language) {
        this(subject, text, html, language, 0);
    }

    /** The same letter with something behind its subject, once. */
    Letter withSubject(String behind) {
        return subject.contains(behind) ? this : new Letter(subject + " " + behind, text, html, language, version);
    }
}
