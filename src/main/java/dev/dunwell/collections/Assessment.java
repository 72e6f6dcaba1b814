package dev.dunwell.collections;

import dev.dunwell.collections.CustomerStanding.Debt;
import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a customer stands, from its dossier and the night's verdicts. Pure: the same facts give the same row. */
record Assessment(Dossier dossier, List<Verdict> verdicts, LocalDate today) {

    private record Call(Level level, String why, String nextStep, String nextSmall) {}

    /** Null when nothing is open. */
    @Nullable
    CustomerStanding standing() {
        if (verdicts.isEmpty()) {
            return null;
        }
        Call call = Objects.requireNonNullElseGet(neededFor(), this::nothingNeeded);
        return new CustomerStanding(
                dossier.customerId(),
                dossier.ownerId(),
                debts(),
                verdicts.size(),
                oldest().item().situation().dueOn(),
                call.level,
                call.why,
                call.nextStep,
                call.nextSmall,
                verdicts.stream()
                        .map(v -> v.decision().nextOn())
                        .min(LocalDate::compareTo)
                        .orElse(today),
                dossier.lastContact());
    }

    private @Nullable Call neededFor() {
        Dossier.JudgedPromise judged = dossier.judged();
        if (judged != null && !judged.isKept() && !spokenSince(judged.judgedOn())) {
            return brokenPromise(judged);
        }
        LocalDate promisedFor = dossier.promisedFor();
        Party.Promise promise = dossier.party().promise();
        if (promise != null && promisedFor != null && !promisedFor.isAfter(today)) {
            return promisedForToday(promise, promisedFor);
        }
        Call talkedAbout = talkedAbout();
        if (talkedAbout != null) {
            return talkedAbout;
        }
        Verdict stopped = stopped();
        if (dossier.failedTo() != null) {
            return undelivered(dossier.failedTo());
        } else if (stopped != null) {
            return stoppedByGate(stopped);
        } else {
            return callDue();
        }
    }

    /** Of what is being talked about on single items: a plan broken or behind, a promise that has come to its day. */
    private @Nullable Call talkedAbout() {
        return verdicts.stream()
                .map(this::talkedAbout)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Call::level))
                .orElse(null);
    }

    private @Nullable Call talkedAbout(Verdict verdict) {
        String number = verdict.item().situation().number();
        Matters matters = verdict.item().situation().matters();
        Matters.Plan plan = matters.plan();
        Matters.Promised promise = matters.promise();
        if (matters.planBrokenOn() != null && plan == null && !spokenSince(matters.planBrokenOn())) {
            String why = "The payment plan for %s was broken on %s.".formatted(number, day(matters.planBrokenOn()));
            return new Call(Level.BROKEN_PROMISE, why, "Call " + person(), phone());
        } else if (plan != null && plan.isBehind(today)) {
            String why = "%s of the payment plan were due on %s and did not arrive."
                    .formatted(Phrase.amount(plan.missing()), day(plan.dueOn()));
            return new Call(Level.DEADLINE, why, "Call " + person(), "the plan is broken after " + day(plan.until()));
        } else if (promise != null && !promise.dueOn().isAfter(today)) {
            return promisedForToday(new Party.Promise(promise.amount(), promise.until()), promise.dueOn());
        } else {
            return null;
        }
    }

    private boolean spokenSince(LocalDate day) {
        Dossier.LastContact last = dossier.lastContact();
        return last != null && !last.kind().equals("mail out") && !last.on().isBefore(day);
    }

    private Call brokenPromise(Dossier.JudgedPromise judged) {
        String why =
                "%s promised for %s did not arrive.".formatted(Phrase.amount(judged.amount()), day(judged.dueOn()));
        return new Call(Level.BROKEN_PROMISE, why, "Call " + person(), phone());
    }

    private Call promisedForToday(Party.Promise promise, LocalDate promisedFor) {
        String why = "%s promised for %s; nothing is sent while it is awaited."
                .formatted(Phrase.amount(promise.amount()), day(promisedFor));
        return new Call(
                Level.DEADLINE, why, "Look for the payment", "the promise is judged after " + day(promise.until()));
    }

    private Call undelivered(String address) {
        return new Call(
                Level.STOPPED,
                "A message to " + address + " failed or is unconfirmed and is not repeated by itself.",
                "Check the address",
                "then decide whether to send it again");
    }

    private @Nullable Verdict stopped() {
        return verdicts.stream()
                .filter(v -> v.decision().action() == Action.HOLD && needsPerson(v))
                .min(Comparator.<Verdict>comparingInt(v -> -v.decision().stage().number())
                        .thenComparing(v -> v.item().situation().dueOn()))
                .orElse(null);
    }

    private boolean needsPerson(Verdict verdict) {
        return switch (verdict.decision().code()) {
            case NO_CONTACT, ADDRESS_BOUNCED, OPTED_OUT, APPROVAL_PENDING, MANUAL_MODE, ANSWERED, UNREAD_ANSWER -> true;
            case INCOMPLETE, INQUIRY_OPEN, NOT_ALLOWED -> true;
            case NOT_RECEIVED, NOT_CORRECT, SPECIAL_CIRCUMSTANCES, GOODS_NOT_DELIVERED -> true;
            case ACTION_AGREED ->
                isOursAndLate(verdict.item().situation().journey().closing());
            case QUESTION_OPEN -> isQuestionDue(verdict.item().situation().matters());
            case DISPUTED -> verdict.item().situation().dueOn().isBefore(today);
            default -> false;
        };
    }

    private boolean isOursAndLate(Journey.@Nullable Closing closing) {
        LocalDate agreedOn = closing == null ? null : closing.agreedOn();
        return closing != null
                && agreedOn != null
                && closing.agreedBy() == Journey.Side.WE
                && !today.isBefore(agreedOn);
    }

    private boolean isQuestionDue(Matters matters) {
        Matters.Question question = matters.question();
        return question != null && !question.answerBy().isAfter(today);
    }

    private Call stoppedByGate(Verdict verdict) {
        Decision decision = verdict.decision();
        String next = switch (decision.code()) {
            case NO_CONTACT -> "Add an address";
            case ADDRESS_BOUNCED -> "Call for an address";
            case OPTED_OUT -> "Choose another way";
            case UNREAD_ANSWER -> "Read the answer";
            case APPROVAL_PENDING -> "Approve or hold";
            case MANUAL_MODE -> "Write or call yourself";
            case QUESTION_OPEN -> "Answer the question";
            case ANSWERED -> "Read the answer";
            case INCOMPLETE -> "Add what is missing";
            case INQUIRY_OPEN -> "Close the inquiry";
            case ACTION_AGREED -> "Do what was agreed";
            case NOT_RECEIVED -> "Confirm that it arrived";
            case NOT_CORRECT -> "Put the invoice right";
            case SPECIAL_CIRCUMSTANCES, GOODS_NOT_DELIVERED, NOT_ALLOWED -> "Decide how to go on";
            default -> "Settle the dispute";
        };
        String stage = decision.stage().title().toLowerCase(java.util.Locale.ROOT);
        return new Call(
                Level.STOPPED,
                decision.reason(),
                next,
                stage + ", " + verdict.item().situation().number());
    }

    private @Nullable Call callDue() {
        Verdict due = verdicts.stream()
                .filter(v -> v.decision().action() == Action.CALL)
                .min(Comparator.<Verdict>comparingInt(v -> -v.decision().step())
                        .thenComparing(v -> v.item().situation().dueOn()))
                .orElse(null);
        if (due == null) {
            return null;
        }
        Situation item = due.item().situation();
        String why = item.number() + ": " + due.decision().reason();
        String small = item.journey().isOwnFault() ? "our reminder before the due date failed" : phone();
        return new Call(Level.CALL_DUE, why, nextFor(due.decision()), small);
    }

    private String nextFor(Decision due) {
        return switch (due.code()) {
            case PROPOSAL_DUE -> "Decide: agency or call";
            case LETTER_DUE -> "Print and post the letter";
            case PORTAL_DUE -> "Put the notice into the portal";
            case SMS_DUE -> "Send the short message";
            case MANUAL_STEP -> "Write to " + person();
            default -> (due.stage() == Stage.FINAL ? "A manager calls " : "Call ") + person();
        };
    }

    private Call nothingNeeded() {
        Verdict next = verdicts.stream()
                .min(Comparator.comparing(v -> v.decision().nextOn()))
                .orElseThrow();
        return new Call(
                Level.NONE,
                next.decision().reason(),
                "",
                next.item().situation().number());
    }

    private List<Debt> debts() {
        Map<String, Debt> debts = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            Situation item = verdict.item().situation();
            Money overdue = item.dueOn().isBefore(today)
                    ? item.open()
                    : Money.zero(item.open().currency());
            debts.merge(
                    item.open().currency().getCurrencyCode(),
                    new Debt(item.open(), overdue),
                    (a, b) -> new Debt(a.open().plus(b.open()), a.overdue().plus(b.overdue())));
        }
        List<Debt> sorted = new ArrayList<>(debts.values());
        sorted.sort(Comparator.<Debt>comparingLong(d -> -d.overdue().minor())
                .thenComparingLong(d -> -d.open().minor()));
        return sorted;
    }

    private Verdict oldest() {
        return verdicts.stream()
                .min(Comparator.comparing(v -> v.item().situation().dueOn()))
                .orElseThrow();
    }

    private String person() {
        Dossier.Callee callee = dossier.callee();
        return callee == null ? dossier.name() : callee.name();
    }

    private String phone() {
        Dossier.Callee callee = dossier.callee();
        return callee == null || callee.phone() == null ? "" : callee.phone();
    }

    private String day(LocalDate day) {
        return Phrase.day(day, today.getYear());
    }
}
