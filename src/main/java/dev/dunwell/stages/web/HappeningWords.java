package dev.dunwell.stages.web;

import dev.dunwell.collections.Grade;
import dev.dunwell.collections.LateReason;
import dev.dunwell.collections.PressureQuestion;
import dev.dunwell.collections.Step;
import dev.dunwell.collections.Strategy;
import dev.dunwell.kernel.Money;
import dev.dunwell.stages.Happening;
import dev.dunwell.web.Icon;
import dev.dunwell.web.Show;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an invoice in the sentences of its chronology.
 *
 * @param reasons the titles of late reasons by their codes
 */
public record HappeningWords(Show show, Map<String, String> reasons) {

    public static HappeningWords of(Show show, List<LateReason> reasons) {
        return new HappeningWords(
                show, reasons.stream().collect(Collectors.toMap(LateReason::code, LateReason::title, (one, _) -> one)));
    }

    /** {@code Firm reminder}: the name that was kept, else that of the step of what ships. */
    public static String step(int number, String name) {
        List<Step> shipped = Strategy.sixStages().steps();
        return !name.isEmpty()
                ? name
                : number >= 1 && number <= shipped.size()
                        ? shipped.get(number - 1).name()
                        : "Step " + number;
    }

    public String sentence(Happening it) {
        return switch (it.kind()) {
            case ISSUED ->
                "Invoice over " + money(it.amount()) + " issued, due " + day(it.until()) + reference(it) + ".";
            case STEP -> step(it.step(), it.name()) + how(it) + notice(it) + ".";
            case SKIPPED ->
                step(it.step(), it.name()) + ", due " + day(it.until()) + ", left out: " + stop(it.detail());
            case EVIDENCE ->
                Grade.of(it.step()) == Grade.NONE
                        ? "It came back" + because(it.detail())
                        : "Delivery: " + Grade.of(it.step()).title().toLowerCase(Locale.ROOT) + because(it.detail());
            case CLOSING -> closing(it);
            case DONE -> "What was agreed is done: " + stop(it.detail());
            case ANSWER -> answer(it);
            case CONTACT -> contact(it);
            case PROMISE ->
                "Promise of " + money(it.amount()) + " for " + day(it.until()) + ", " + plain(it.state()) + ".";
            case DISPUTE ->
                "Disputed: " + stop(it.detail())
                        + (it.state().equals("closed") ? " Settled " + day(it.until()) + "." : "");
            case HOLD -> "On hold until " + day(it.until()) + because(it.detail());
            case SETTLED -> settled(it);
            case PLACED ->
                (it.state().equals("placed") ? "Placed with " : "Taken back from ") + it.name() + because(it.detail());
        };
    }

    public static Icon icon(Happening it) {
        return switch (it.kind()) {
            case ISSUED -> Icon.INVOICE;
            case STEP -> it.state().equals("call") ? Icon.CALL : Icon.MAIL;
            case SKIPPED -> it.state().equals("missing") ? Icon.WARNING : Icon.STOP;
            case EVIDENCE -> it.step() == 0 ? Icon.BOUNCED : Icon.MAIL_READ;
            case CLOSING -> Icon.QUESTION;
            case DONE -> Icon.DONE;
            case ANSWER -> Icon.CHECK;
            case CONTACT -> it.state().startsWith("note") ? Icon.NOTE : Icon.CALL;
            case PROMISE -> Icon.PROMISE;
            case DISPUTE -> Icon.DISPUTE;
            case HOLD -> Icon.HOLD;
            case SETTLED -> Icon.MONEY;
            case PLACED -> Icon.AGENCY;
        };
    }

    private static String reference(Happening it) {
        return it.detail().isEmpty() ? "" : ", reference " + it.detail();
    }

    private static String how(Happening it) {
        return switch (it.state()) {
            case "call" -> ", called";
            case "person" -> ", done by a person";
            case "sent" -> " to " + it.detail() + ", accepted by the mail server";
            case "failed" -> " to " + it.detail() + ", which failed";
            case "unknown" -> " to " + it.detail() + ", unconfirmed";
            default -> " to " + it.detail() + ", waiting to leave";
        };
    }

    private String notice(Happening it) {
        return it.until() == null ? "" : "; deadline " + day(it.until());
    }

    private String closing(Happening it) {
        String[] parts = it.state().split("/");
        if (parts[0].equals(LateReason.NO_ANSWER)) {
            return "Inquiry closed: no answer.";
        }
        String who = parts.length > 1 && parts[1].equals("we") ? "we" : "they";
        return "Inquiry closed: " + reasons.getOrDefault(parts[0], plain(parts[0])) + ". Agreed that " + who
                + " act by " + day(it.until()) + ": " + stop(it.detail());
    }

    private static String answer(Happening it) {
        String[] parts = it.state().split("/");
        String claim =
                PressureQuestion.ofCode(parts[0]).map(PressureQuestion::claim).orElse(parts[0]);
        return (parts[1].equals("yes") ? "Vouched that " : "Denied that ") + claim + because(it.detail());
    }

    private String contact(Happening it) {
        String[] parts = it.state().split("/", -1);
        String outcome = parts[2].isEmpty() ? "" : ", " + plain(parts[2]);
        String expected =
                it.amount() == null ? "" : " Expected: " + money(it.amount()) + " on " + day(it.until()) + ".";
        String what = parts[0].equals("note")
                ? "Note"
                : (parts[1].equals("in") ? "They made contact by " : "Contact by ") + parts[0];
        return what + outcome + because(it.detail()) + expected;
    }

    private String settled(Happening it) {
        String by = switch (it.state()) {
            case "payment" -> "paid";
            case "credit_note" -> "credited";
            default -> "written off";
        };
        return money(it.amount()) + " " + by + because(it.detail());
    }

    private static String because(String detail) {
        return detail.isBlank() ? "." : ": " + stop(detail);
    }

    private String money(@Nullable Money amount) {
        return amount == null ? "" : show.text(amount);
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "no day" : show.dayText(day);
    }

    private static String plain(String code) {
        return code.replace('_', ' ');
    }

    private static String stop(String text) {
        String said = text.strip();
        return said.matches("(?s).*[.!?…]") ? said : said + ".";
    }
}
