package dev.dunwell.timeline;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.Show;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the words of a reader.
 *
 * @param sentence what happened: who, how much, until when
 * @param side where it stands now; may be empty
 */
public record Telling(String sentence, String side) {

    public static Telling of(Entry entry, Show show) {
        return new Telling(sentence(entry, show), side(entry));
    }

    private static String sentence(Entry entry, Show show) {
        String amount = amount(entry.amount(), show);
        String until = entry.until() == null ? "" : show.dayText(entry.until());
        String because = entry.detail().isEmpty() ? "." : ": " + stop(entry.detail());
        return switch (entry.kind()) {
            case INVOICE -> "Invoice %s over %s.".formatted(entry.title(), amount);
            case CREDIT_NOTE -> "Credit note %s over %s".formatted(entry.title(), amount) + because;
            case PAYMENT -> amount + " received" + (entry.title().isEmpty() ? "." : ", “" + entry.title() + "”.");
            case WRITE_OFF -> "%s of invoice %s written off".formatted(amount, entry.title()) + because;
            case MESSAGE -> "%s to %s.".formatted(plain(entry.title()), entry.detail());
            case NOTE -> entry.author() + " noted" + because;
            case CALL, MEETING, MAIL -> contact(entry) + expectation(amount, until, entry);
            case PROMISE -> "Promise of %s for %s, given to %s.".formatted(amount, until, entry.author());
            case HOLD -> "%s held reminders until %s".formatted(entry.author(), until) + because;
            case DISPUTE -> "Dispute of invoice %s opened by %s".formatted(entry.title(), entry.author()) + because;
        };
    }

    private static String contact(Entry entry) {
        String outcome = entry.title().isEmpty() ? "" : ", " + plain(entry.title()).toLowerCase(Locale.ROOT);
        String said = entry.detail().isEmpty() ? "" : " " + stop(entry.detail());
        return "%s by %s%s.".formatted(plain(entry.kind().code()), entry.author(), outcome) + said;
    }

    private static String expectation(String amount, String until, Entry entry) {
        if (!amount.isEmpty()) {
            return " Expects to pay " + amount + (until.isEmpty() ? "." : " on " + until + ".");
        } else {
            return entry.state().isEmpty() ? "" : " No payment named: " + stop(plain(entry.state()).toLowerCase(Locale.ROOT));
        }
    }

    private static String side(Entry entry) {
        boolean isContact =
                entry.kind() == Kind.CALL || entry.kind() == Kind.MEETING || entry.kind() == Kind.MAIL || entry.kind() == Kind.NOTE;
        return isContact ? "" : plain(entry.state());
    }

    private static String amount(@Nullable Money amount, Show show) {
        return amount == null ? "" : show.text(amount);
    }

    /** {@code partly_kept} and {@code firm-again} in words: {@code Partly kept}, {@code Firm again}. */
    private static String plain(String code) {
        String words = code.replace('_', ' ').replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String stop(String text) {
        String said = text.strip();
        return said.matches("(?s).*[.!?…]") ? said : said + ".";
    }
}
