package dev.dunwell.conversations.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts what a mail says from what it repeats. Pure, by the marks that mail programs leave, no guess at the meaning.
 *
 * <p>What stands above the first mark is the answer, and so is what is written between or under quoted lines. A quote
 * that is answered line by line stays where it is, because the answer says little without it.
 */
public final class Quotes {

    private static final int LONGEST = 200_000;
    /** What stands further down is taken for a quote. */
    private static final int MOST_LINES = 4_000;

    private Quotes() {}

    public static Said fold(String text) {
        String kept = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        List<String> lines = kept.replaceAll("[\\x00-\\x08\\x0b\\x0e-\\x1f\\ud800-\\udfff]", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u00a0', ' ')
                .lines()
                .map(String::stripTrailing)
                .toList();
        var cut = new Cut(lines.subList(0, Math.min(lines.size(), MOST_LINES)));
        cut.go();
        cut.quoted.addAll(lines.subList(Math.min(lines.size(), MOST_LINES), lines.size()));
        List<String> words = cut.answer;
        int end = Signature.begin(words);
        String answer = joined(words.subList(0, end));
        String quoted = joined(cut.quoted);
        boolean isQuoteAlone = words.stream().allMatch(String::isBlank)
                && cut.quoted.stream().allMatch(line -> line.isBlank() || line.startsWith(">"));
        return isQuoteAlone
                ? new Said(quoted, "", "")
                : new Said(answer, quoted, joined(words.subList(end, words.size())));
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines).replaceAll("\n{3,}", "\n\n").replaceAll("^\n+|\\s+$", "");
    }

    /** One pass over the lines. */
    private static final class Cut {

        private final List<String> lines;
        private final List<String> answer = new ArrayList<>();
        private final List<String> quoted = new ArrayList<>();
        private final boolean[] more;

        Cut(List<String> lines) {
            this.lines = lines;
            this.more = whereGoesOn();
        }

        void go() {
            int at = 0;
            while (at < lines.size()) {
                at = step(at);
            }
        }

        private int step(int at) {
            if (QuoteMarks.isSeparator(lines.get(at))) {
                return rest(at);
            }
            int head = QuoteMarks.copiedHead(lines, at);
            if (head > 0 && !isQuote(lines.get(at))) {
                return rest(at);
            }
            int attribution = QuoteMarks.attribution(lines, at);
            if (attribution > 0) {
                return attributed(at, attribution);
            }
            if (isQuote(lines.get(at))) {
                return quote(at, 0);
            }
            answer.add(lines.get(at));
            return at + 1;
        }

        /** After "somebody wrote": its quoted lines, or, without any, all the rest. */
        private int attributed(int at, int length) {
            int next = at + length;
            while (next < lines.size() && lines.get(next).isBlank()) {
                next++;
            }
            if (next < lines.size() && isQuote(lines.get(next))) {
                return quote(at, next - at);
            } else if (hasWords()) {
                return rest(at);
            } else {
                quoted.addAll(lines.subList(at, next));
                return next;
            }
        }

        /** Quoted lines, with those above that say whose; they stay in the answer when it goes on under them. */
        private int quote(int at, int above) {
            int end = at + above;
            while (end < lines.size() && (isQuote(lines.get(end)) || isInside(end))) {
                end++;
            }
            boolean goesOn = more[end];
            boolean isBetween = goesOn && (hasWords() || above == 0);
            quoted.addAll(lines.subList(at, isBetween ? at + above : end));
            if (isBetween) {
                answer.addAll(lines.subList(at + above, end));
            }
            return end;
        }

        /** A blank line, or one that a mail program broke, between quoted lines. */
        private boolean isInside(int at) {
            boolean isFollowed = at + 1 < lines.size() && isQuote(lines.get(at + 1));
            return isFollowed
                    && (lines.get(at).isBlank()
                            || isQuote(lines.get(at - 1))
                                    && lines.get(at).length() < 40
                                    && !lines.get(at - 1).equals(">"));
        }

        /** For each line whether the writer says more from there on: something that is neither quote nor signature. */
        private boolean[] whereGoesOn() {
            int end = 0;
            while (end < lines.size()
                    && !QuoteMarks.isSeparator(lines.get(end))
                    && QuoteMarks.copiedHead(lines, end) == 0) {
                end++;
            }
            boolean[] more = new boolean[lines.size() + 1];
            int below = 0;
            for (int i = end - 1; i >= 0; i--) {
                String line = lines.get(i);
                below += line.isBlank() || isQuote(line) ? 0 : 1;
                more[i] = !Signature.isMark(line, below)
                        && (more[i + 1] || !isQuote(line) && !Signature.isDecoration(line));
            }
            return more;
        }

        private int rest(int at) {
            quoted.addAll(lines.subList(at, lines.size()));
            return lines.size();
        }

        private boolean hasWords() {
            return answer.stream().anyMatch(line -> !line.isBlank());
        }

        private boolean isQuote(String line) {
            return line.startsWith(">")
                    || line.startsWith(" >")
                    || line.startsWith("|  ")
                    || line.matches("[A-Z]{1,2}> ?.*");
        }
    }
}
