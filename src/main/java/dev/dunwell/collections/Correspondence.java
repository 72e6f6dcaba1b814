package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.MoneyBag;
import dev.dunwell.messaging.Draft;
import dev.dunwell.messaging.Way;
import dev.dunwell.messaging.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes tonight's one message to a customer: every item with a step, grouped by currency and netted against open
 * credits, in the words of the most advanced step; the items of those whose letters it gets by their names. Pure.
 */
record Correspondence(Organisation organisation, LocalDate today, Instant leaveAt) {

    /** @param sending the items whose step is to be taken by mail; at least one */
    Draft draft(Mailing.Decided sending) {
        Dossier dossier = sending.addressee();
        Step leading = sending.verdicts().stream()
                .map(Verdict::step)
                .max(Comparator.comparing(Step::stage).thenComparingInt(Step::number))
                .orElseThrow();
        Party.Recipient to = recipient(dossier, leading);
        String language = dossier.language() == null ? organisation.locale().getLanguage() : dossier.language();
        Draft mail = new Draft(
                dossier.customerId(),
                today,
                leading.template(),
                language,
                to == null ? "" : to.name(),
                to == null ? "" : to.email(),
                model(sending, leading, language),
                names(dossier),
                leaveAt);
        Draft spoken = mail.in(leading.tone());
        Regard.Postal postal = dossier.party().regard().postal();
        Reach.Mobile mobile = dossier.party().reach().mobile();
        return switch (way(sending, leading)) {
            case LETTER -> postal == null ? spoken : spoken.onPaper(postal.contact(), postal.lines());
            case SMS -> mobile == null ? spoken : spoken.by(Way.SMS, mobile.name(), mobile.number());
            case PORTAL -> spoken.by(Way.PORTAL, contact(dossier, leading), "the payer’s page");
            case MAIL -> spoken;
        };
    }

    /**
     * One message carries all: on paper when its leading step asks for that, else by mail when any does, and by the
     * lighter ways only when nothing weightier is due.
     */
    private static Way way(Mailing.Decided sending, Step leading) {
        Set<Channel> asked = EnumSet.noneOf(Channel.class);
        sending.verdicts().forEach(verdict -> asked.add(verdict.step().channel()));
        Party party = sending.addressee().party();
        if (leading.channel() == Channel.LETTER) {
            return Way.LETTER;
        } else if (asked.contains(Channel.MAIL)) {
            return party.isReachedByPostOnly() ? Way.LETTER : Way.MAIL;
        } else if (asked.contains(Channel.LETTER)) {
            return Way.LETTER;
        } else {
            return asked.contains(Channel.SMS) ? Way.SMS : Way.PORTAL;
        }
    }

    /** At the last stage whoever stands above, where somebody does; before it those who handle invoices. */
    private static Party.@Nullable Recipient recipient(Dossier dossier, Step leading) {
        Party.Recipient above = dossier.party().reach().above();
        boolean goesUp = leading.stage() == Stage.FINAL && above != null;
        return goesUp ? above : dossier.party().recipient();
    }

    private static String contact(Dossier dossier, Step leading) {
        Party.Recipient to = recipient(dossier, leading);
        Dossier.Callee callee = dossier.callee();
        return to != null ? to.name() : callee == null ? "" : callee.name();
    }

    private Map<String, Object> model(Mailing.Decided sending, Step leading, String language) {
        Dossier dossier = sending.addressee();
        Wording wording = Wording.of(language);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("customer", dossier.name());
        model.put("customer_number", dossier.number());
        model.put("contact", contact(dossier, leading));
        model.put("vendor", organisation.name());
        model.put("sender", organisation.name());
        model.put("reply_to", Objects.requireNonNullElse(organisation.replyTo(), ""));
        model.put("date", wording.date(today));
        model.put("stage", leading.stage().number());
        model.put(
                "numbers",
                sending.verdicts().stream()
                        .map(v -> v.item().situation().number())
                        .toList());
        List<Sum> sums = sums(sending);
        model.put("groups", sums.stream().map(sum -> group(sum, wording)).toList());
        if (sending.speaksOfOthers()) {
            model.put("total", total(sums, wording));
        }
        if (sending.verdicts().stream()
                .anyMatch(v -> v.item().situation().journey().isOwnFault())) {
            model.put("our_slip", "yes");
        }
        if (leading.stage() == Stage.FINAL) {
            model.put("deadline", wording.date(Strategy.deadlineOf(today, organisation.calendar())));
        }
        return model;
    }

    /** The items of one customer in one currency; {@code customer} is named where a letter speaks of several. */
    private record Sum(String customer, List<Situation> items, List<Dossier.Credit> credits) {

        Currency currency() {
            return items.getFirst().open().currency();
        }

        Money open() {
            return items.stream().map(Situation::due).reduce(Money.zero(currency()), Money::plus);
        }

        Money credit() {
            return credits.stream().map(Dossier.Credit::open).reduce(Money.zero(currency()), Money::plus);
        }

        Money toPay() {
            Money toPay = open().minus(credit());
            return toPay.isNegative() ? Money.zero(currency()) : toPay;
        }
    }

    private static List<Sum> sums(Mailing.Decided sending) {
        List<Sum> sums = new ArrayList<>();
        for (Mailing.Part part : sending.parts()) {
            Dossier whose = part.dossier();
            Map<String, List<Situation>> byCurrency = new TreeMap<>();
            for (Verdict verdict : part.verdicts()) {
                Situation item = verdict.item().situation();
                byCurrency
                        .computeIfAbsent(item.open().currency().getCurrencyCode(), _ -> new ArrayList<>())
                        .add(item);
            }
            String name = sending.speaksOfOthers() ? whose.name() + " (" + whose.number() + ")" : "";
            byCurrency.forEach((currency, items) -> sums.add(new Sum(
                    name,
                    items,
                    whose.credits().stream()
                            .filter(c -> c.open().currency().getCurrencyCode().equals(currency))
                            .toList())));
        }
        return sums;
    }

    private static String total(List<Sum> sums, Wording wording) {
        MoneyBag toPay = MoneyBag.of(sums.stream().map(Sum::toPay).toList());
        return wording.list(toPay.amounts().stream().map(wording::amount).toList());
    }

    private static Map<String, Object> group(Sum sum, Wording wording) {
        return Map.of(
                "customer", sum.customer,
                "currency", sum.currency().getCurrencyCode(),
                "items", sum.items.stream().map(i -> line(i, wording)).toList(),
                "credits",
                        sum.credits.stream()
                                .map(c -> Map.of("number", c.number(), "amount", wording.amount(c.open())))
                                .toList(),
                "open", wording.amount(sum.open()),
                "credit", sum.credit().isZero() ? "" : wording.amount(sum.credit()),
                "toPay", wording.amount(sum.toPay()));
    }

    private static Map<String, Object> line(Situation item, Wording wording) {
        return Map.of(
                "number", item.number(),
                "issued", wording.date(item.issuedOn()),
                "due", wording.date(item.dueOn()),
                "open", wording.amount(item.due()));
    }

    /** The same for each try of the same night, so that receivers and people can tell a repeated message. */
    private String names(Dossier dossier) {
        return dossier.customerId() + "/" + today;
    }
}
