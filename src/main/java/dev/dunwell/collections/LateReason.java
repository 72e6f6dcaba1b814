package dev.dunwell.collections;

import static dev.dunwell.collections.LateReason.Group.CANNOT;
import static dev.dunwell.collections.LateReason.Group.ON_ITS_WAY;
import static dev.dunwell.collections.LateReason.Group.OURS;
import static dev.dunwell.collections.LateReason.Group.THEIRS;
import static dev.dunwell.collections.PressureQuestion.CIRCUMSTANCES;
import static dev.dunwell.collections.PressureQuestion.CORRECT;
import static dev.dunwell.collections.PressureQuestion.GOODS;
import static dev.dunwell.collections.PressureQuestion.RECEIVED;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer pays late, in its own words or ours (R6): what an inquiry ends with. Source of the list: reference
 * data, "Late / response reasons".
 *
 * @param code stored, never renamed
 * @param doubts the question before pressure that this reason opens again, null for none
 */
public record LateReason(
        String code, String title, Group group, @Nullable PressureQuestion doubts) {

    /** The code of an inquiry that nobody answered. */
    public static final String NO_ANSWER = "no_answer";

    /** Reasons of a kind, for reports. */
    public enum Group {
        THEIRS("Theirs"),
        CANNOT("Cannot pay now"),
        ON_ITS_WAY("On its way"),
        OURS("Ours to put right"),
        OWN("Added here");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** What ships; an organisation may add its own. */
    public static final List<LateReason> SHIPPED = List.of(
            of("forgot", "Forgot", THEIRS),
            of("evaluating", "Evaluating the goods", THEIRS, GOODS),
            of("will_call_back", "Will call back", THEIRS),
            of("technical_problem", "Technical problem", THEIRS),
            of("cannot_contact", "Cannot be reached", THEIRS),
            of("never_pays", "Never pays", THEIRS),
            of("cash_flow", "Cash-flow problem", CANNOT),
            of("hardship", "Temporary hardship", CANNOT, CIRCUMSTANCES),
            of("cheque_in_mail", "Cheque in the mail", ON_ITS_WAY),
            of("payment_approved", "Payment approved", ON_ITS_WAY),
            of("paid", "Says it is paid", ON_ITS_WAY),
            of("no_invoice", "No invoice received", OURS, RECEIVED),
            of("lost_invoice", "Lost the invoice", OURS, RECEIVED),
            of("amount_incorrect", "Amount incorrect", OURS, CORRECT),
            of("bill_to_incorrect", "Bill-to address incorrect", OURS, CORRECT),
            of("ship_to_incorrect", "Ship-to address incorrect", OURS, CORRECT),
            of("tax_incorrect", "Tax incorrect", OURS, CORRECT),
            of("terms_incorrect", "Terms incorrect", OURS, CORRECT),
            of("no_po", "No order number on it", OURS, CORRECT),
            of("po_incorrect", "Order number incorrect", OURS, CORRECT),
            of("no_contract", "No contract for it", OURS, CORRECT),
            of("duplicate_invoice", "Duplicate invoice", OURS, CORRECT),
            of("credit_and_rebill", "Credit and rebill under way", OURS, CORRECT),
            of("dispute_amount", "Disputes the amount", OURS, CORRECT),
            of("returned", "Goods returned", OURS, GOODS),
            of("our_reminder_failed", "Our reminder failed", OURS));

    /** The shipped reason of this title, in any case; none for words of one's own. */
    public static Optional<LateReason> ofTitle(@Nullable String title) {
        return SHIPPED.stream()
                .filter(each -> each.title.equalsIgnoreCase(title))
                .findFirst();
    }

    private static LateReason of(String code, String title, Group group) {
        return new LateReason(code, title, group, null);
    }

    private static LateReason of(String code, String title, Group group, PressureQuestion doubts) {
        return new LateReason(code, title, group, doubts);
    }
}
