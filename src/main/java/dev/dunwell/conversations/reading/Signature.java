package dev.dunwell.conversations.reading;

import java.util.List;
import java.util.regex.Pattern;

/** The lines under the words: after two dashes, after a line of underscores, or what a telephone adds. */
final class Signature {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final int LONGEST = 25;

    private static final Pattern DASHES = Pattern.compile("^\\s{0,3}(?:--|—|__|--\\s|[-_—]{2,}\\s*)$");
    private static final Pattern DEVICE = Pattern.compile(
            "^\\W{0,3}(?:sent from (?:my|outlook|mail for|yahoo|samsung|the|a)\\b.{0,80}"
                    + "|sent via .{0,60}|get outlook for .{0,60}"
                    + "|(?:gesendet|geschrieben|verschickt) (?:von|mit|aus) .{2,80}"
                    + "|von meinem .{2,50} gesendet.{0,20}"
                    + "|diese nachricht wurde von .{2,80} gesendet.{0,3}|holen sie sich outlook .{0,60}"
                    + "|envoy[ée] (?:de|depuis|[àa] partir de|avec) .{2,80}|t[ée]l[ée]charger outlook .{0,60}"
                    + "|enviado (?:desde|de) .{2,80}|obtener outlook .{0,60}|obtenir outlook .{0,60}"
                    + "|inviato da .{2,50}|sendt fra .{2,50}|verzonden (?:vanaf|met) .{2,50}"
                    + "|l[äa]hetetty .{2,50}|отправлено с .{2,50}"
                    + "|wysłane z .{2,50}|skickat från .{2,50})$",
            FLAGS);
    private static final Pattern DECORATION = Pattern.compile("^[\\s\\p{Punct}ᐧ—–·•]*$");

    private Signature() {}

    /** The line where the signature begins, the number of lines when there is none. */
    static int begin(List<String> lines) {
        int end = lines.size();
        int below = 0;
        for (int i = lines.size() - 1; i >= 0; i--) {
            below += lines.get(i).isBlank() ? 0 : 1;
            end = (i > 0 || lines.size() > 1) && isMark(lines.get(i), below) ? i : end;
        }
        return withoutDecoration(lines, end);
    }

    /**
     * Whether a signature begins here.
     *
     * @param below how many lines with words there are from here on: a signature is short
     */
    static boolean isMark(String line, int below) {
        return below <= LONGEST
                && line.length() <= 120
                && (DASHES.matcher(line).matches() || DEVICE.matcher(line).matches());
    }

    static boolean isDecoration(String line) {
        return DECORATION.matcher(line).matches();
    }

    private static int withoutDecoration(List<String> lines, int end) {
        int last = end;
        while (last > 0
                && isDecoration(lines.get(last - 1))
                && !lines.get(last - 1).startsWith(">")) {
            last--;
        }
        return last;
    }
}
