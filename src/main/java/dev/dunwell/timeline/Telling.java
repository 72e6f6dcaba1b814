package dev.dunwell.timeline;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.Show;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the words of a reader.
 *
 * <p>The sentence goes on after the author, if there is one: <i>Nora Lindqvist</i> called, no answer.
 *
 * @param sentence what happened: how much, until when, and why
 * @param quote what was said, in the words that were written down; may be empty
 * @param side where it stands now; may be empty
 */
public record Telling(String sentence, String quote, String side) {

    private static final Map<String, String> REMINDERS = Map.of(
            "friendly", "friendly reminder",
            "friendly-again", "second friendly reminder",
            "firm", "firm reminder",
            "firm-again", "second firm reminder");

    public static Telling of(Entry entry, Show show) {
        return new Telling(sentence(entry, show), quote(entry), side(entry));
    }

    private static String sentence(Entry entry, Show show) {
        String amount = amount(entry.amount(), show);
        String until = entry.until() == null ? "" : show.dayText(entry.until());
        String because = entry.detail().isEmpty() ? "." : ": " + stop(entry.detail());
        return switch (entry.kind()) {
            case INVOICE -> "Invoice %s over %s.".formatted(entry.title(), amount);
            case CREDIT_NOTE -> "Credit note %s over %s".formatted(entry.title(), amount) + because;
            case PAYMENT -> amount + " received" + (entry.title().isEmpty() ? "." : ", “" + entry.title() + "”.");
            case REFUND -> amount + " paid back" + takenBack(entry) + because;
            case TRANSFER -> amount + " moved to " + entry.title() + takenBack(entry) + because;
            case TRANSFER_IN -> amount + " moved here from " + entry.title() + takenBack(entry) + because;
            case PAYMENT_REVERSAL -> "Payment of " + amount + " reversed" + takenBack(entry) + because;
            case CREDIT_NOTE_REVERSAL ->
                "Credit note %s over %s cancelled".formatted(entry.title(), amount) + takenBack(entry) + because;
            case DEDUCTION -> "%s of invoice %s kept back".formatted(amount, entry.title()) + because;
            case RECOVERY -> "%s of invoice %s came after it was written off.".formatted(amount, entry.title());
            case WRITE_OFF -> "%s of invoice %s written off".formatted(amount, entry.title()) + because;
            case CHARGE -> charge(entry, amount, until) + because;
            case LETTER -> "Letter “%s” by post to %s.".formatted(letter(entry), entry.detail());
            case MESSAGE -> message(entry);
            case SMS -> "Text message “%s” to %s.".formatted(letter(entry), entry.detail());
            case NOTICE -> "Notice “%s” on the payer’s page.".formatted(letter(entry));
            case NOTE -> "noted:";
            case CALL -> "called" + outcome(entry, amount, until);
            case MEETING -> "met them" + outcome(entry, amount, until);
            case MAIL -> "had mail" + outcome(entry, amount, until);
            case PROMISE -> "took a promise of %s for %s.".formatted(amount, until);
            case HOLD -> "held reminders until " + until + because;
            case DISPUTE -> "opened a dispute of invoice " + entry.title() + because;
            case QUESTION ->
                "wrote down a question about " + (entry.title().isEmpty() ? "the account" : entry.title()) + because;
            case PLAN -> "proposed a payment plan of %s until %s".formatted(amount, until) + because;
            case QUOTE -> entry.state() + " quote " + entry.title() + because;
            case FLAG -> "called them a chronic debtor" + because;
            case PLACEMENT -> "placed %s of invoice %s with %s.".formatted(amount, entry.title(), entry.detail());
            case RECALL -> "took invoice %s back from %s".formatted(entry.title(), stop(entry.detail()));
            case AGENCY -> "reported a " + entry.title() + agreed(amount, until) + ":";
        };
    }

    private static String takenBack(Entry entry) {
        Money amount = entry.amount();
        return amount != null && amount.isNegative() ? ", which was taken back" : "";
    }

    private static String message(Entry entry) {
        return entry.title().equals("reply")
                ? "wrote to %s.".formatted(entry.detail())
                : "Mail “%s” to %s.".formatted(letter(entry), entry.detail());
    }

    /** What a stranger would call it. */
    private static String letter(Entry entry) {
        return REMINDERS.getOrDefault(entry.title(), entry.title().replace('-', ' '));
    }

    private static String charge(Entry entry, String amount, String until) {
        String act = entry.state().equals("held") ? "kept back until " + until : entry.state();
        return act + " " + amount + " for late payment of invoice " + entry.title();
    }

    private static String outcome(Entry entry, String amount, String until) {
        String came =
                entry.title().isEmpty() ? "." : ", " + plain(entry.title()).toLowerCase(Locale.ROOT) + ".";
        if (!amount.isEmpty()) {
            return came + " They expect to pay " + amount + (until.isEmpty() ? "." : " on " + until + ".");
        } else if (!entry.state().isEmpty()) {
            return came + " No payment named: " + stop(plain(entry.state()).toLowerCase(Locale.ROOT));
        } else {
            return came;
        }
    }

    private static String agreed(String amount, String until) {
        return (amount.isEmpty() ? "" : " of " + amount) + (until.isEmpty() ? "" : " for " + until);
    }

    private static String quote(Entry entry) {
        return isContact(entry) ? entry.detail() : "";
    }

    private static String side(Entry entry) {
        return plain(isContact(entry) ? entry.mood() : entry.state());
    }

    private static boolean isContact(Entry entry) {
        return switch (entry.kind()) {
            case CALL, MEETING, MAIL, NOTE, AGENCY -> true;
            default -> false;
        };
    }

    private static String amount(@Nullable Money amount, Show show) {
        if (amount == null) {
            return "";
        } else {
            return show.text(amount.isNegative() ? amount.negated() : amount);
        }
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
