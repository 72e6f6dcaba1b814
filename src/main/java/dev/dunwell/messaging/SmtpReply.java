package dev.dunwell.messaging;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail server's answer (RFC 5321 4.2), with the detailed status behind it where there is one (RFC 3463).
 *
 * @param code three digits, 0 when the answer is not one
 * @param status such as {@code 5.1.1}, empty when the server gives none
 * @param text one line, fit to be shown
 */
record SmtpReply(int code, String status, String text) {

    private static final Pattern LINE = Pattern.compile("([2-5]\\d\\d).*", Pattern.DOTALL);
    private static final Pattern STATUS =
            Pattern.compile("[245]\\d\\d[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b.*", Pattern.DOTALL);
    private static final int LONGEST = 300;

    /** What the library calls an answer that never came. */
    private static final String HUNG_UP = "[EOF]";

    static SmtpReply of(@Nullable String answer) {
        String raw = answer == null
                ? ""
                : answer.replace(HUNG_UP, "the connection was closed").strip();
        Matcher status = STATUS.matcher(raw);
        String line = raw.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return new SmtpReply(
                code(raw),
                status.matches() ? status.group(1) : "",
                line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…");
    }

    boolean isPositive() {
        return code / 100 == 2;
    }

    boolean isPermanent() {
        return code / 100 == 5;
    }

    boolean isTransient() {
        return code / 100 == 4;
    }

    /** Whether it says that there is no such mailbox, rather than that it is full or that we are not welcome. */
    boolean isAboutAddress() {
        if (status.isEmpty()) {
            return code == 550 || code == 551 || code == 553;
        } else {
            return status.matches("5\\.1\\.([0-6]|10)") || status.equals("5.2.1");
        }
    }

    /**
     * All lines of a whole answer carry the same code, and the last has no dash; the library looks at the first only.
     */
    private static int code(String raw) {
        List<String> lines = raw.lines().toList();
        if (lines.isEmpty() || lines.getLast().startsWith("-", 3)) {
            return 0;
        }
        List<Integer> codes = lines.stream().map(SmtpReply::lineCode).distinct().toList();
        return codes.size() == 1 ? codes.getFirst() : 0;
    }

    private static int lineCode(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
