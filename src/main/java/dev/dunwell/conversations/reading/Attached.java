package dev.dunwell.conversations.reading;

import java.util.Locale;

/**
 * A file that came with a mail.
 *
 * @param name safe to save under: no folders, no control characters, never empty
 * @param mediaType as its sender says; it is never shown as that
 */
public record Attached(String name, String mediaType, byte[] content) {

    private static final int LONGEST = 120;

    static Attached of(String written, String mediaType, byte[] content, int number) {
        return new Attached(safe(written, number), mediaType, content);
    }

    private static String safe(String written, int number) {
        String last = written.substring(Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029\"<>:|?*;]", "_")
                .strip()
                .replaceAll("^[. ]+|[. ]+$", "");
        String name = clean.isEmpty() ? "attachment-" + number : clean;
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - ending.length()) + ending;
    }

    /** In lists, {@code report.pdf}. */
    @Override
    public String toString() {
        return name + " (" + mediaType.toLowerCase(Locale.ROOT) + ", " + content.length + " bytes)";
    }
}
