package dev.dunwell.conversations.reading;

import dev.dunwell.conversations.mime.Head;
import java.util.Locale;
import java.util.regex.Pattern;

/** Who is behind a mail. Only a person's mail is an answer, and only a person is answered. */
public enum Writer {
    PERSON,
    /** A machine that answers for somebody who is away. */
    OUT_OF_OFFICE,
    /** Another machine: a receipt, a ticket system, a newsletter. */
    MACHINE,
    /** A mail server that says what became of a mail. */
    MAIL_SERVER;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern AWAY_SUBJECT = Pattern.compile(
            "out of (?:the )?office|\\booo\\b|vacation|on leave|abwesen|nicht im (?:büro|haus)|urlaub"
                    + "|absence|absent|en cong[ée]s?"
                    + "|hors du bureau|fuera de (?:la )?oficina|ausen(?:te|cia)|de vacaciones"
                    + "|away from (?:the |my )?(?:office|mail)|fuori sede",
            FLAGS);
    private static final Pattern MACHINE_SUBJECT = Pattern.compile(
            "^\\W*(?:auto(?:matic|mated|matische)?[ -]?(?:reply|response|answer|antwort|respuesta)|auto:"
                    + "|autoreply|autoresponder|automatische antwort"
                    + "|r[ée]ponse automatique|respuesta autom[áa]tica|risposta automatica|\\[auto"
                    + "|automatyczna)",
            FLAGS);
    private static final Pattern AWAY = Pattern.compile(
            "\\bout of (?:the )?office\\b|\\bon (?:annual |maternity |parental |sick )?(?:leave|vacation"
                    + "|holiday)|away from (?:the |my )?(?:office|desk|e-?mail)"
                    + "|i (?:am|will be) (?:away|absent|out)\\b|nicht im (?:büro|haus|hause)"
                    + "|bin (?:ich )?(?:derzeit |zurzeit |zur zeit |aktuell |bis ).{0,60}"
                    + "(?:nicht (?:erreichbar|im)|abwesend|im urlaub)|\\babwesend\\b|im urlaub"
                    + "|je suis (?:actuellement )?(?:absent|en cong|en vacances|en d[ée]placement)"
                    + "|absente? (?:du bureau|jusqu)|fuera de la oficina|estoy (?:de vacaciones|ausente)"
                    + "|estar[ée] (?:ausente|fuera)|no me encuentro en la oficina"
                    + "|vacation (?:message|reply|responder)|will (?:return|be back) (?:on|in)",
            FLAGS);
    private static final Pattern THANKS = Pattern.compile(
            "\\s*(?:(?:hi|hello|dear .{1,20}|hallo|guten tag|bonjour|hola)\\W+)?(?:thank(?:s| you)"
                    + "|(?:vielen|herzlichen)? ?dank|merci|gracias)\\b.{0,40}"
                    + "(?:mail|message|nachricht|correo|mensaje)",
            FLAGS);
    private static final Pattern MACHINE_TEXT = Pattern.compile(
            "this is an? (?:auto(?:matic|mated|-)|system)|automatically generated|auto(?:-?respon(?:der"
                    + "|se)|-?reply)|do not reply to this"
                    + "|(?:is|was) not (?:monitored|read)|automatisch (?:generiert|erstellt)"
                    + "|diese adresse wird nicht gelesen"
                    + "|message (?:g[ée]n[ée]r[ée] )?automatique|mensaje autom[áa]tico|not checked"
                    + "|no longer (?:in use|monitored)",
            FLAGS);

    /** In the database, {@code out_of_office}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Writer ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /**
     * Judged by the head first (RFC 3834, and what mail programs added before it), then by the words.
     *
     * @param isReport whether a mail server says in it what became of a mail
     * @param text its words without what they quote
     */
    static Writer of(Head head, boolean isReport, String subject, String text) {
        if (isReport) {
            return MAIL_SERVER;
        }
        String begin = text.length() <= 600 ? text : text.substring(0, 600);
        boolean isAway = AWAY_SUBJECT.matcher(subject).find() && !isReplyToUs(subject)
                || AWAY.matcher(begin).find();
        boolean saysSo = saysSo(head) || MACHINE_SUBJECT.matcher(subject).find();
        if (saysSo || isAway && AWAY_SUBJECT.matcher(subject).find() && !isReplyToUs(subject)) {
            return isAway ? OUT_OF_OFFICE : MACHINE;
        } else if (head.raw("Return-Path").equals("<>")) {
            return isAway ? OUT_OF_OFFICE : MACHINE;
        } else if (isAway && THANKS.matcher(begin).lookingAt() && begin.length() < 600) {
            return OUT_OF_OFFICE;
        } else {
            return MACHINE_TEXT.matcher(begin).find() && begin.length() < 600 ? MACHINE : PERSON;
        }
    }

    private static boolean isReplyToUs(String subject) {
        return subject.matches("(?i)\\s*(?:re|aw|sv|antw|rép|res)\\s*:.*");
    }

    private static boolean saysSo(Head head) {
        String submitted = head.raw("Auto-Submitted").toLowerCase(Locale.ROOT).strip();
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || head.raw("Precedence").toLowerCase(Locale.ROOT).matches("\\s*(?:bulk|junk|list" + "|auto_?reply).*")
                || head.has("X-Autoreply")
                || head.has("X-Autorespond")
                || head.has("X-Autoresponder")
                || head.has("X-Mail-Autoreply")
                || head.has("List-Id")
                || head.has("List-Unsubscribe")
                || head.has("X-Loop");
    }
}
