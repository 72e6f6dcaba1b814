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
        Verdict stopped = stopped();
        if (dossier.failedTo() != null) {
            return undelivered(dossier.failedTo());
        } else if (stopped != null) {
            return stoppedByGate(stopped);
        } else {
            return callDue();
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
            case NO_CONTACT, ADDRESS_BOUNCED, OPTED_OUT, APPROVAL_PENDING, MANUAL_MODE, ANSWERED -> true;
            case DISPUTED -> verdict.item().situation().dueOn().isBefore(today);
            default -> false;
        };
    }

    private Call stoppedByGate(Verdict verdict) {
        Decision decision = verdict.decision();
        String next = switch (decision.code()) {
            case NO_CONTACT -> "Add an address";
            case ADDRESS_BOUNCED -> "Call for an address";
            case OPTED_OUT -> "Choose another way";
            case APPROVAL_PENDING -> "Approve or hold";
            case MANUAL_MODE -> "Write or call yourself";
            case ANSWERED -> "Read the answer";
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
        return new Call(Level.CALL_DUE, why, nextFor(due.decision()), phone());
    }

    private String nextFor(Decision due) {
        return switch (due.code()) {
            case PROPOSAL_DUE -> "Decide: agency or call";
            case LETTER_DUE -> "Print and post the letter";
            case PORTAL_DUE -> "Put the notice into the portal";
            case SMS_DUE -> "Send the short message";
            case MANUAL_STEP -> "Write to " + person();
            default -> "Call " + person();
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
        Party.Recipient recipient = dossier.party().recipient();
        return recipient == null ? dossier.name() : recipient.name();
    }

    private String phone() {
        return dossier.phone() == null ? "" : dossier.phone();
    }

    private String day(LocalDate day) {
        return Phrase.day(day, today.getYear());
    }
}
