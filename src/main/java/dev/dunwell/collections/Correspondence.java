package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import dev.dunwell.kernel.Money;
import dev.dunwell.messaging.Draft;
import dev.dunwell.messaging.Wording;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Writes tonight's one message to a customer: every item with a step, grouped by currency and netted against open
 * credits, in the words of the most advanced step. Pure.
 */
record Correspondence(Organisation organisation, LocalDate today, Instant leaveAt) {

    /** @param sending the verdicts whose step is to be taken by mail; at least one */
    Draft draft(Dossier dossier, List<Verdict> sending) {
        Party.Recipient to = Objects.requireNonNull(dossier.party().recipient(), "the gate asked for an address");
        Decision leading = sending.stream()
                .map(Verdict::decision)
                .max(Comparator.comparingInt(Decision::step))
                .orElseThrow();
        String language = dossier.language() == null ? organisation.locale().getLanguage() : dossier.language();
        String template = Strategy.sixStages().step(leading.step()).template();
        return new Draft(
                dossier.customerId(),
                today,
                template,
                language,
                to.name(),
                to.email(),
                model(dossier, sending, leading, language),
                messageId(dossier),
                leaveAt);
    }

    private Map<String, Object> model(Dossier dossier, List<Verdict> sending, Decision leading, String language) {
        Wording wording = Wording.of(language);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("customer", dossier.name());
        model.put("customer_number", dossier.number());
        model.put("contact", Objects.requireNonNull(dossier.party().recipient()).name());
        model.put("vendor", organisation.name());
        model.put("sender", organisation.name());
        model.put("reply_to", Objects.requireNonNullElse(organisation.replyTo(), ""));
        model.put("date", wording.date(today));
        model.put("stage", leading.stage().number());
        model.put(
                "numbers",
                sending.stream().map(v -> v.item().situation().number()).toList());
        model.put("groups", groups(dossier, sending, wording));
        if (leading.stage() == Stage.FINAL) {
            model.put("deadline", wording.date(Strategy.deadlineOf(today)));
        }
        return model;
    }

    private List<Map<String, Object>> groups(Dossier dossier, List<Verdict> sending, Wording wording) {
        Map<String, List<Situation>> byCurrency = new TreeMap<>();
        for (Verdict verdict : sending) {
            Situation item = verdict.item().situation();
            byCurrency
                    .computeIfAbsent(item.open().currency().getCurrencyCode(), _ -> new ArrayList<>())
                    .add(item);
        }
        return byCurrency.values().stream()
                .map(items -> group(items, dossier.credits(), wording))
                .toList();
    }

    private Map<String, Object> group(List<Situation> items, List<Dossier.Credit> credits, Wording wording) {
        Money zero = Money.zero(items.getFirst().open().currency());
        List<Dossier.Credit> usable = credits.stream()
                .filter(c -> c.open().currency().equals(zero.currency()))
                .toList();
        Money open = items.stream().map(Situation::open).reduce(zero, Money::plus);
        Money credit = usable.stream().map(Dossier.Credit::open).reduce(zero, Money::plus);
        Money toPay = open.minus(credit);
        return Map.of(
                "currency", zero.currency().getCurrencyCode(),
                "items", items.stream().map(i -> line(i, wording)).toList(),
                "credits",
                        usable.stream()
                                .map(c -> Map.of("number", c.number(), "amount", wording.amount(c.open())))
                                .toList(),
                "open", wording.amount(open),
                "credit", credit.isZero() ? "" : wording.amount(credit),
                "toPay", wording.amount(toPay.isNegative() ? zero : toPay));
    }

    private static Map<String, Object> line(Situation item, Wording wording) {
        return Map.of(
                "number", item.number(),
                "issued", wording.date(item.issuedOn()),
                "due", wording.date(item.dueOn()),
                "open", wording.amount(item.open()));
    }

    /** The same for each try of the same night, so that receivers and people can tell a repeated message. */
    private String messageId(Dossier dossier) {
        String run = organisation.id() + "/" + dossier.customerId() + "/" + today;
        return "<" + UUID.nameUUIDFromBytes(run.getBytes(StandardCharsets.UTF_8)) + "@dunwell.invalid>";
    }
}
