package dev.dunwell.family.web;

import dev.dunwell.family.Families;
import dev.dunwell.family.Identity;
import dev.dunwell.family.LettersTo;
import dev.dunwell.family.Merge;
import dev.dunwell.family.Relation;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Customer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the family panel and the page behind it show.
 *
 * @param members the whole family with what each owes; the customer alone when it has none
 * @param total what the family owes, per currency
 * @param relations both ways, those that still hold first
 * @param merged who was merged into this customer
 * @param values what stands in the fields, kept through errors
 */
public record FamilyView(
        Customer customer,
        LocalDate today,
        List<Row> members,
        List<Money> total,
        List<Relation> relations,
        Families.Letters letters,
        Identity identity,
        List<Merge> merged,
        boolean mayChange,
        Map<String, String> values,
        List<Problem> problems) {

    /** A member with what it owes, one amount for each currency. */
    public record Row(Families.Member member, List<Money> open) {}

    public boolean isFamily() {
        return members.size() > 1;
    }

    public List<Relation> standing() {
        return relations.stream()
                .filter(relation ->
                        relation.untilOn() == null || !relation.untilOn().isBefore(today))
                .toList();
    }

    /** The other customer of a relation, seen from this one. */
    public Relation.Named other(Relation relation) {
        return relation.customer().id() == customer.id() ? relation.related() : relation.customer();
    }

    /** What the other is to this customer, or this one to the other. */
    public String words(Relation relation) {
        boolean isOurs = relation.customer().id() == customer.id();
        return switch (relation.kind()) {
            case PARENT -> isOurs ? "parent" : "subsidiary";
            case PAYER -> isOurs ? "pays on its behalf" : "this customer pays on its behalf";
            case BILL_TO -> isOurs ? "bills go there" : "bills come here";
            case SHIP_TO -> isOurs ? "goods go there" : "goods come here";
            case AGENCY -> isOurs ? "acts for this customer" : "this customer acts for it";
            case GUARANTOR -> isOurs ? "guarantees for this customer" : "this customer guarantees for it";
        };
    }

    /** Where letters go, and who said so. */
    public String lettersLine() {
        Relation.Named receiver = letters.receiver();
        String where = receiver == null ? "Letters go to its own people" : "Letters go to " + receiver.name();
        Relation.Named saidBy = letters.saidBy();
        boolean byRelation = receiver != null && letters.effective() == LettersTo.SELF;
        if (byRelation || receiver != null && standing().stream().anyMatch(this::isPayer)) {
            return where + ", who pays on its behalf.";
        } else if (letters.own() != null) {
            return where + ", as set here.";
        } else if (saidBy != null) {
            return where + ", as set at " + saidBy.name() + ".";
        } else {
            return where + ", as always unless set otherwise.";
        }
    }

    private boolean isPayer(Relation relation) {
        return relation.kind() == Relation.Kind.PAYER && relation.customer().id() == customer.id();
    }

    public String lettersCode() {
        LettersTo own = letters.own();
        return own == null ? "" : own.code();
    }

    public String taxNumber() {
        return values.getOrDefault("taxNumber", Objects.requireNonNullElse(identity.taxNumber(), ""));
    }

    public String iban() {
        return values.getOrDefault("iban", Objects.requireNonNullElse(identity.iban(), ""));
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with a field, null when nothing is. */
    public @Nullable String problem(String field) {
        return Problem.at(problems, field);
    }
}
