package dev.dunwell.conversations.reading;

import dev.dunwell.conversations.reading.DeliveryReport.Kind;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What kind of failure a server's words are. Words go before codes, because servers are freer with codes (RFC 3463 asks
 * for 5.1.1 where there is no such mailbox; many say 5.0.0, or 5.1.1 when they mean spam).
 */
final class Verdicts {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.]*\\d)");
    private static final Pattern REPLY = Pattern.compile("(?<![\\d.#/-])([45]\\d\\d)(?:[ -]|\\b)(?!\\.\\d)");

    private static final Pattern AFTER_DATA =
            Pattern.compile("end of data|>>> data\\s+<<<" + "|command\\W+data\\b", FLAGS);
    private static final Pattern ABOUT_US =
            Pattern.compile("(?<![\\d.])(?:[45]\\.7\\.\\d|5\\.1\\.[78]\\b)|my name was rejected", FLAGS);
    /** RFC 5321 4.2.3: 553 is about the name of the mailbox and nothing else. */
    private static final Pattern MAILBOX_NAME = Pattern.compile("^\\W*553\\b");

    private static final Pattern CONFIRMED = Pattern.compile("5\\.1\\.\\d+|5\\.4\\.[14]|5\\.2\\.1");
    private static final Pattern ABOUT_ADDRESS = Pattern.compile(
            "rcpt|host|domain|exchanger|smtp service|recipient address rejected|unrouteable"
                    + "|no valid recipients|mail\\.local"
                    + "|recipient name is not recognized|(?:user|address) (?:unknown|not found) in"
                    + "|unknown user:? \\S+@|ディレクトリ"
                    + "|\\S+@\\S+>:? user unknown|55[04] .{0,60}account \\(\\S+@",
            FLAGS);

    private record Words(Kind kind, Pattern words) {
        static Words of(Kind kind, String words) {
            return new Words(kind, Pattern.compile(words, FLAGS));
        }
    }

    /** In this order: what names its reason most plainly first. */
    private static final List<Words> WORDS = List.of(
            Words.of(
                    Kind.MAILBOX_FULL,
                    "mail ?box (?:is |was |size )?(?:full|exceed|limit)|(?:over|exceed\\w*|insufficient).{0,40}"
                            + "(?:quota|storage|disk)|quota.{0,20}exceed|over.?quota"
                            + "|mail ?folder is full|mail ?box .{0,20}exceeded"
                            + "|number of messages in recipient.s mailbox exceeded|is full\\b"
                            + "|\\bdisk full|out of (?:storage|space)|[45]\\.2\\.2\\b"),
            Words.of(
                    Kind.SOFT,
                    "(?:account|mailbox|user|address|recipient)\\b.{0,50}(?:disabled|suspended|inactive"
                            + "|not active|deactivated"
                            + "|discontinued|has been turned off)|(?:disabled|suspended|inactive"
                            + "|deactivated) (?:account|mailbox|user|recipient)"),
            Words.of(
                    Kind.HARD,
                    "user\\W{0,4}unknown|unknown (?:user|recipient|local|address|mailbox)"
                            + "|no such (?:user|mailbox|recipient"
                            + "|address|account|person|domain|host|local)|(?:user|recipient|mailbox"
                            + "|account|address)\\b.{0,40}(?:does ?n.t exist"
                            + "|does not exist|was ?n.t found|not found|is not known|unknown|is invalid"
                            + "|not recognized|is unrecognized)"
                            + "|invalid (?:recipient|address|mailbox|user|final)|(?:no"
                            + "|not a) (?:valid (?:recipient|mailbox|user|address)|mailbox here)"
                            + "|not our customer|doesn.t have .{0,60}account|not listed in"
                            + "|no account by that name|is no longer (?:valid|with|in)"
                            + "|(?:host|domain)\\b.{0,40}(?:unknown|not found|does not exist"
                            + "|non-?existent)|unrouteable (?:address|mail domain)"
                            + "|invalid domain|no smtp service|couldn.t find (?:a|any) (?:mail exchanger"
                            + "|host)|(?:ist|sind) (?:nicht )?unbekannt|unbekannt"
                            + "|domain is not reachable|illegal host|(?:見つかりません|ありません|見つからない)"
                            + "|name or service not known|bad destination (?:mailbox|system)|null mx"
                            + "|does(?:n.t| not) accept (?:any )?e?-?mail"
                            + "|has moved|please (?:forward|resend) .{0,20} to|no valid recipients"
                            + "|recipnotfound|badrecip"
                            + "|5\\.4\\.1 .{0,80}recipient address rejected"),
            Words.of(
                    Kind.BLOCKED,
                    "spam|virus|black ?list|block|reputation|dmarc|\\bspf\\b|dkim|polic(?:y|ies)"
                            + "|\\bptr\\b|reverse dns"
                            + "|access denied|banned|relay|not (?:authorized|permitted|allowed)|denied"
                            + "|prohibited|content|unsolicited"
                            + "|[45]\\.7\\.\\d+"),
            Words.of(Kind.HARD, "5\\.1\\.(?:1|2|3|4|6|10)\\b"));

    private static final Map<String, Kind> ACTIONS = Map.of(
            "delayed",
            Kind.DELAYED,
            "delivered",
            Kind.DELIVERED,
            "relayed",
            Kind.DELIVERED,
            "expanded",
            Kind.DELIVERED);

    private Verdicts() {}

    /**
     * @param action of RFC 3464: failed, delayed, delivered; empty when the report has none
     * @param said everything the server says about this one address
     */
    static Kind of(String action, String status, String said) {
        Kind acted = ACTIONS.get(action);
        if (acted != null) {
            return acted;
        }
        String all = status + " " + said;
        Kind kind = WORDS.stream()
                .filter(words -> words.words.matcher(all).find())
                .map(Words::kind)
                .findFirst()
                .orElse(Kind.SOFT);
        return kind == Kind.HARD ? hard(status, said) : kind;
    }

    /**
     * A status about policy or about the sender says nothing of the address; neither does an answer to the whole mail.
     */
    private static Kind hard(String status, String said) {
        if (MAILBOX_NAME.matcher(said).find() && !status.matches("5\\.1\\.[78]")) {
            return Kind.HARD;
        } else if (ABOUT_US.matcher(status + " " + said).find()) {
            return Kind.BLOCKED;
        } else if (AFTER_DATA.matcher(said).find()) {
            return Kind.DOUBTFUL;
        } else {
            return CONFIRMED.matcher(status).matches()
                            || ABOUT_ADDRESS.matcher(said).find()
                    ? Kind.HARD
                    : Kind.DOUBTFUL;
        }
    }

    /** Whether it answers the whole mail rather than the address. */
    static boolean isAfterData(String said) {
        return AFTER_DATA.matcher(said).find();
    }

    /** The first detailed status in a text, or its reply code, empty when there is neither. */
    static String status(String text) {
        Matcher status = STATUS.matcher(text);
        if (status.find()) {
            return status.group(1);
        }
        Matcher reply = REPLY.matcher(text);
        return reply.find() ? reply.group(1) : "";
    }
}
