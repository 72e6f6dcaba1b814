package dev.dunwell.intake.formats;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of other systems for yes and no, languages, zones, roles and kinds of work; each answers null for what it
 * does not know.
 */
final class Words {

    private static final Set<String> YES = Set.of(
            "yes", "y", "1", "true", "t", "x", "ja", "j", "si", "sí", "oui", "o", "wahr", "verdadero", "vrai", "✓");
    private static final Set<String> NO =
            Set.of("no", "n", "0", "false", "f", "nein", "non", "falsch", "falso", "faux", "-");

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Map<String, String> LANGUAGE_NAMES = Map.ofEntries(
            Map.entry("english", "en"),
            Map.entry("englisch", "en"),
            Map.entry("inglés", "en"),
            Map.entry("anglais", "en"),
            Map.entry("german", "de"),
            Map.entry("deutsch", "de"),
            Map.entry("alemán", "de"),
            Map.entry("allemand", "de"),
            Map.entry("spanish", "es"),
            Map.entry("spanisch", "es"),
            Map.entry("español", "es"),
            Map.entry("espagnol", "es"),
            Map.entry("french", "fr"),
            Map.entry("französisch", "fr"),
            Map.entry("francés", "fr"),
            Map.entry("français", "fr"));

    private static final Set<String> SHEET_ERRORS =
            Set.of("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!");

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("ap_clerk", "ap_clerk"),
            Map.entry("ap clerk", "ap_clerk"),
            Map.entry("ap", "ap_clerk"),
            Map.entry("accounts payable", "ap_clerk"),
            Map.entry("accounting", "ap_clerk"),
            Map.entry("buchhaltung", "ap_clerk"),
            Map.entry("contabilidad", "ap_clerk"),
            Map.entry("comptabilité", "ap_clerk"),
            Map.entry("approver", "approver"),
            Map.entry("owner", "owner"),
            Map.entry("ceo", "owner"),
            Map.entry("managing director", "owner"),
            Map.entry("geschäftsführer", "owner"),
            Map.entry("geschäftsführerin", "owner"),
            Map.entry("cfo", "cfo"),
            Map.entry("escalation", "escalation"),
            Map.entry("other", "other"));

    private static final Map<String, String> ORIGINS = Map.ofEntries(
            Map.entry("hours", "hours"),
            Map.entry("hour", "hours"),
            Map.entry("time", "hours"),
            Map.entry("stunden", "hours"),
            Map.entry("zeit", "hours"),
            Map.entry("horas", "hours"),
            Map.entry("heures", "hours"),
            Map.entry("expense", "expense"),
            Map.entry("expenses", "expense"),
            Map.entry("auslage", "expense"),
            Map.entry("auslagen", "expense"),
            Map.entry("spesen", "expense"),
            Map.entry("gasto", "expense"),
            Map.entry("gastos", "expense"),
            Map.entry("frais", "expense"),
            Map.entry("milestone", "milestone"),
            Map.entry("meilenstein", "milestone"),
            Map.entry("hito", "milestone"),
            Map.entry("jalon", "milestone"),
            Map.entry("other", "other"));

    private Words() {}

    static @Nullable Boolean flag(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return YES.contains(lower) ? Boolean.TRUE : NO.contains(lower) ? Boolean.FALSE : null;
    }

    /** A tag such as {@code de} or {@code de-CH} for a tag in any case, with {@code -} or {@code _}, or for a name. */
    static @Nullable String language(String word) {
        String named = LANGUAGE_NAMES.get(word.toLowerCase(Locale.ROOT));
        Locale locale = Locale.forLanguageTag(word.replace('_', '-'));
        return named == null && LANGUAGES.contains(locale.getLanguage()) ? locale.toLanguageTag() : named;
    }

    static @Nullable String zone(String word) {
        return ZONES.contains(word) ? word : null;
    }

    static @Nullable String role(String word) {
        return ROLES.get(word.toLowerCase(Locale.ROOT));
    }

    /** Where work to be billed comes from. */
    static @Nullable String origin(String word) {
        return ORIGINS.get(word.toLowerCase(Locale.ROOT));
    }

    /** What a spreadsheet shows in the place of a value that its formula could not find. */
    static boolean isSheetError(String text) {
        return text.charAt(0) == '#' && SHEET_ERRORS.contains(text);
    }

    /** {@code 5.13318E+09}, what is left of 5133177585 where a spreadsheet took it for a measurement. */
    static boolean isRounded(String text) {
        int e = text.indexOf("E+");
        if (e < 1 || e + 2 == text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && i != e && i != e + 1 && c != '.' && c != ',') {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether it is one plain address, {@code name@domain.tld}. Stricter than RFC 5321 where real addresses are: no
     * quoted names, no comments, no addresses of machines.
     */
    static boolean isEmail(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at <= 64
                && text.length() <= 254
                && isDotted(text.substring(0, at), "!#$%&'*+-/=?^_`{|}~")
                && text.indexOf('.', at) > 0
                && isDotted(text.substring(at + 1), "-")
                && !text.contains("-.")
                && !text.endsWith("-");
    }

    /** Letters, digits and those marks, with single dots inside. */
    private static boolean isDotted(String text, String marks) {
        char previous = '.';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = Character.isLetterOrDigit(c) || marks.indexOf(c) >= 0;
            if (!plain && (c != '.' || previous == '.')) {
                return false;
            }
            previous = c;
        }
        return previous != '.';
    }
}
