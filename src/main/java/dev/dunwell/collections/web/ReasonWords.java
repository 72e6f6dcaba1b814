package dev.dunwell.collections.web;

import dev.dunwell.collections.ReasonCode;
import java.util.Locale;

/** The few words a list of reasons uses; the whole sentence stands with each decision. */
public final class ReasonWords {

    private ReasonWords() {}

    /** @param code as nights keep it, in small or capital letters */
    public static String ofStored(String code) {
        return of(ReasonCode.valueOf(code.toUpperCase(Locale.ROOT)));
    }

    public static String of(ReasonCode code) {
        return switch (code) {
            case BELOW_TOLERANCE -> "Below tolerance";
            case DISPUTED -> "Disputed";
            case PROMISED -> "Open promise";
            case HELD -> "On hold";
            case CREDIT_COVERS -> "Covered by credit";
            case MANUAL_MODE -> "Manual mode";
            case PLAN_ON_TRACK -> "Payment plan";
            case QUESTION_OPEN -> "Question open";
            case NO_CONTACT -> "No address";
            case ADDRESS_BOUNCED -> "Address bounced";
            case COOL_DOWN -> "Contacted lately";
            case APPROVAL_PENDING -> "Approval pending";
            case QUIET_DAY -> "Weekend or holiday";
            case UNREAD_ANSWER -> "Answer unread";
            case AWAY -> "Out of office";
            case MAIL_ON_HOLD -> "Mail on hold";
            case NOT_ALLOWED -> "Not allowed here";
            case INCOMPLETE -> "Invoice incomplete";
            case INQUIRY_OPEN -> "Inquiry to close";
            case INQUIRY_CLOSED -> "Inquiry closed";
            case ACTION_AGREED -> "Action agreed";
            case NOT_RECEIVED -> "Arrival not shown";
            case NOT_CORRECT -> "Invoice called incorrect";
            case SPECIAL_CIRCUMSTANCES -> "Special circumstances";
            case GOODS_NOT_DELIVERED -> "Goods not delivered";
            case BELOW_MINIMUM -> "Below the step's minimum";
            case DELIVERY_CONDITION -> "Delivery condition";
            case ANSWERED -> "Answered";
            case SPECIAL_CONDITION -> "Legal, insolvent or deceased";
            case PLACED -> "With an agency";
            case DEBIT_PENDING -> "Direct debit pending";
            case BELOW_ENTRY -> "Too little to ask for";
            case BANK_STALE -> "Bank data stale";
            case OPTED_OUT -> "Opted out";
            case FATIGUE -> "Heard enough";
            case PREFERRED_DAY -> "Another day wished";
            case BUNDLED -> "Goes with another";
            case DUPLICATE -> "Written to today";
            case STEP_DUE -> "Step due";
            case CALL_DUE -> "Call due";
            case PROPOSAL_DUE -> "Agency proposal due";
            case LETTER_DUE -> "Letter due";
            case PORTAL_DUE -> "Portal notice due";
            case SMS_DUE -> "SMS due";
            case MANUAL_STEP -> "To be written by hand";
            case NOT_YET -> "Not yet due";
            case NOT_OPEN -> "Not open";
            case ALL_STEPS_TAKEN -> "All steps taken";
        };
    }
}
