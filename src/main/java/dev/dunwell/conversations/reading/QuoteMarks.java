package dev.dunwell.conversations.reading;

import java.util.List;
import java.util.regex.Pattern;

/** How mail programs mark that from here on somebody else speaks, in the languages they are set to. */
final class QuoteMarks {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /** What follows "on such a day somebody": wrote, schrieb, a écrit, escribió and so on. */
    private static final String WROTE =
            "(?:wrote|writes|schrieb|geschrieben|a\\s+[ée]crit|escribi[óo]|ha escrito|escreveu"
                    + "|написав|írta|пише|ha scritto|schreef|skrev|napisał(?:\\(a\\))?|napisał/a"
                    + "|kirjoitti|пише|пишет|написал(?:\\(а\\))?|写道|さんは書きました)";

    private static final int LONGEST_LINE = 400;
    private static final Pattern SPOKE = Pattern.compile(WROTE, FLAGS);

    private static final Pattern ATTRIBUTION = Pattern.compile(
            "^\\s*[>*_]?\\s*(?:(?:on|at|le|am|el|il|op|den|em|dnia|van)\\s|\\S).{3,300}?" + WROTE
                    + "(?:\\s+(?:am|um|vom)\\b.{4,60}|\\s+\"?[^\"]{2,60}<\\S+@\\S+>)?\\W{0,8}\\s*$",
            FLAGS);
    private static final Pattern WHEN_OR_WHO =
            Pattern.compile("\\d{1,4}[-./年月:日]|\\d.{0,12}\\d{2,4}|@|\\bvia\\b|you wrote", FLAGS);
    private static final Pattern BEGINS =
            Pattern.compile("^\\s*>?\\s*(?:on|at|le|am|el|il|op|den|em|dnia|schrieb)\\b.{0,200}", FLAGS);
    private static final Pattern TIME_STAMP = Pattern.compile(
            "^\\s*\\d{4}-\\d{1,2}-\\d{1,2}(?:\\s|T)\\d{1,2}:\\d{2}(?:\\s?\\S{1,9})?\\s.{2,80}:?\\s*$", FLAGS);

    private static final Pattern DATED =
            Pattern.compile("^\\s*(?:\\p{L}{1,4}\\W{1,2})?\\d{1,2}[./ ].{3,90}<\\S+@\\S+>\\s*:\\s*$", FLAGS);

    private static final Pattern SEPARATOR = Pattern.compile(
            "^\\s*>?\\s*[-_=*]{2,}\\s*(?:original message|reply message|original appointment"
                    + "|forwarded message|begin forwarded message"
                    + "|urspr.{1,3}ngliche (?:nachricht|mail|e-mail)|originalnachricht"
                    + "|weitergeleitete nachricht"
                    + "|mensaje (?:original|reenviado)|message d.origine|message (?:original"
                    + "|transf[ée]r[ée])|messaggio originale"
                    + "|mensagem original|oorspronkelijk bericht|originalmeddelande"
                    + "|oprindelig meddelelse|исходное сообщение)\\s*[-_=*]*\\s*$",
            FLAGS);
    private static final Pattern ABOVE = Pattern.compile(
            ".*(?:(?:reply|type|respond)\\W.{0,30}above this line|bitte antworten sie oberhalb"
                    + "|r[ée]pondez au-dessus de cette ligne).*",
            FLAGS);

    private static final String FROM = "from|von|de|da|fra|van|från|от|exp[ée]diteur|absender|發件人|发件人" + "|lähettäjä";
    private static final Pattern FIRST_FIELD =
            Pattern.compile("^\\s*[>*]*\\s*\\*?(?:" + FROM + ")\\s?\\*?\\s?[:：]\\*?\\s*\\S.*$", FLAGS);
    private static final Pattern FIELD = Pattern.compile(
            "^\\s*[>*]*\\s*\\*?(?:" + FROM
                    + "|sent|date|to|cc|subject|reply-to|gesendet|datum|an|betreff|antwort an"
                    + "|enviado(?: el)?|fecha|para|asunto|responder a"
                    + "|envoy[ée](?: le)?|[àa]|objet|r[ée]pondre [àa]|data|risposta|oggetto|inviato"
                    + "|sendt|til|emne|verzonden|aan|onderwerp"
                    + "|skickat|till|ämne|отправлено|дата|кому|тема|kopie|copie|copia|发送时间|收件人"
                    + "|主题)\\s?\\*?\\s?[:：]\\*?.*$",
            FLAGS);

    private QuoteMarks() {}

    /** How many lines from this one on say who wrote what follows, 0 when they do not. */
    static int attribution(List<String> lines, int at) {
        String line = lines.get(at);
        if (line.length() > LONGEST_LINE) {
            return 0;
        }
        if (TIME_STAMP.matcher(line).matches() && line.contains("GMT")
                || DATED.matcher(line).matches()) {
            return 1;
        }
        boolean mayGoOn = BEGINS.matcher(line).matches() || line.contains("@") || line.contains("<");
        var joined = new StringBuilder();
        int most = mayGoOn ? 7 : 1;
        int words = 0;
        for (int i = at; i < lines.size() && words < most; i++) {
            if (words > 0 && isNewBeginning(lines.get(i), joined)) {
                break;
            } else if (!lines.get(i).isBlank()) {
                joined.append(' ').append(lines.get(i).strip());
                words++;
            } else if (words > 0 && !BEGINS.matcher(line).matches()) {
                break;
            }
            if (words > 0 && joined.length() < 420 && isAttribution(joined.toString())) {
                return i - at + 1;
            }
        }
        return 0;
    }

    /** Whether the line does not go on with what was said before it. */
    private static boolean isNewBeginning(String line, StringBuilder before) {
        boolean isQuote = line.startsWith(">") && !line.matches("> ?\\w+ ?[:：]");
        return isQuote || BEGINS.matcher(line).matches() || before.charAt(before.length() - 1) == ':';
    }

    private static boolean isAttribution(String text) {
        return SPOKE.matcher(text).find()
                && ATTRIBUTION.matcher(text).matches()
                && WHEN_OR_WHO.matcher(text).find()
                && (text.strip().matches("(?s).*[:：>-]$")
                        || BEGINS.matcher(text).matches());
    }

    /** Whether the line says that an older mail begins here. */
    static boolean isSeparator(String line) {
        return line.length() <= LONGEST_LINE
                && (SEPARATOR.matcher(line).matches() || ABOVE.matcher(line).matches());
    }

    /** How many lines of a copied head (From, Sent, To, Subject) begin here; 0 when fewer than three. */
    static int copiedHead(List<String> lines, int at) {
        if (lines.get(at).length() > LONGEST_LINE
                || !FIRST_FIELD.matcher(lines.get(at)).matches()) {
            return 0;
        }
        int fields = 0;
        int i = at;
        for (int blanks = 0; i < lines.size() && blanks < 2 && i < at + 16; i++) {
            if (FIELD.matcher(lines.get(i)).matches()) {
                fields++;
                blanks = 0;
            } else if (lines.get(i).isBlank()) {
                blanks++;
            } else if (fields >= 3) {
                break;
            }
        }
        return fields >= 3 ? i - at : 0;
    }
}
