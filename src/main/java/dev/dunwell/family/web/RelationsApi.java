package dev.dunwell.family.web;

import dev.dunwell.access.Caller;
import dev.dunwell.family.EndRelation;
import dev.dunwell.family.Families;
import dev.dunwell.family.LettersTo;
import dev.dunwell.family.RelateCustomers;
import dev.dunwell.family.Relation;
import dev.dunwell.family.Relations;
import dev.dunwell.family.SendLettersTo;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Relations of customers and whose letters go where, by their numbers. */
@RestController
class RelationsApi {

    private final Customers customers;
    private final Relations relations;
    private final Families families;
    private final RelateCustomers relateCustomers;
    private final EndRelation endRelation;
    private final SendLettersTo sendLettersTo;

    RelationsApi(
            Customers customers,
            Relations relations,
            Families families,
            RelateCustomers relateCustomers,
            EndRelation endRelation,
            SendLettersTo sendLettersTo) {
        this.customers = customers;
        this.relations = relations;
        this.families = families;
        this.relateCustomers = relateCustomers;
        this.endRelation = endRelation;
        this.sendLettersTo = sendLettersTo;
    }

    /**
     * @param customer the number of the one it is said of, {@code related} of the other
     * @param kind bill_to, ship_to, payer, agency or guarantor
     */
    record RelationJson(
            long id,
            String customer,
            String related,
            String kind,
            LocalDate fromOn,
            @Nullable LocalDate untilOn,
            String note,
            String author) {

        static RelationJson of(Relation r) {
            return new RelationJson(
                    r.id(),
                    r.customer().number(),
                    r.related().number(),
                    r.kind().code(),
                    r.fromOn(),
                    r.untilOn(),
                    r.note(),
                    r.author());
        }
    }

    /** A member of the family; {@code parent} is null for its head. */
    record MemberJson(
            String customer, String name, @Nullable String parent, int depth) {}

    /**
     * @param lettersTo self or parent, as it counts; {@code lettersSetting} as the customer itself says, null as its
     *     parent
     * @param lettersReceiver the number of who gets the letters in the end
     */
    record FamilyJson(
            List<MemberJson> family,
            List<RelationJson> relations,
            String lettersTo,
            @Nullable String lettersSetting,
            String lettersReceiver) {}

    /** A relation to be made; {@code kind} may also be parent, which has no days. */
    record RelationRequest(
            String related,
            String kind,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate untilOn,
            @Nullable String note) {}

    /** self, parent, or null for as its parent has it. */
    record LettersRequest(@Nullable String lettersTo) {}

    @Operation(summary = "The family of a customer, its relations, and who gets its letters")
    @GetMapping("/api/v1/customers/{number}/relations")
    FamilyJson of(Caller caller, @PathVariable String number) {
        Customer customer = find(number);
        List<Families.Member> family = families.of(customer.id());
        Families.Letters letters = families.letters(customer.id(), caller.today());
        LettersTo own = letters.own();
        Relation.Named receiver = letters.receiver();
        return new FamilyJson(
                family.stream().map(member -> member(member, family)).toList(),
                relations.of(customer.id()).stream().map(RelationJson::of).toList(),
                letters.effective().code(),
                own == null ? null : own.code(),
                receiver == null ? customer.number() : receiver.number());
    }

    @Operation(summary = "Relate a customer to another; circles are refused")
    @PostMapping("/api/v1/customers/{number}/relations")
    @ResponseStatus(HttpStatus.CREATED)
    FamilyJson relate(Caller caller, @PathVariable String number, @RequestBody RelationRequest wanted) {
        Relation.Kind kind = Relation.Kind.ofCode(wanted.kind)
                .orElseThrow(() -> BadInput.in("kind", "Write parent, payer, bill_to, ship_to, agency or guarantor."));
        Customer related = customers
                .byNumber(wanted.related)
                .orElseThrow(() -> BadInput.in("related", "There is no customer with this number."));
        relateCustomers.relate(
                caller,
                find(number).id(),
                new RelateCustomers.Wanted(
                        kind,
                        related.id(),
                        wanted.fromOn,
                        wanted.untilOn,
                        Objects.requireNonNullElse(wanted.note, "")));
        return of(caller, number);
    }

    @Operation(summary = "End a relation: yesterday was its last day")
    @DeleteMapping("/api/v1/relations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable long id) {
        endRelation.end(caller, id);
    }

    @Operation(summary = "Set whose people get the letters about a customer: its own or its parent's")
    @PutMapping("/api/v1/customers/{number}/letters")
    FamilyJson letters(Caller caller, @PathVariable String number, @RequestBody LettersRequest wanted) {
        String to = wanted.lettersTo;
        sendLettersTo.set(caller, find(number).id(), to == null ? null : LettersTo.ofCode(to));
        return of(caller, number);
    }

    private static MemberJson member(Families.Member member, List<Families.Member> family) {
        String parent = family.stream()
                .filter(other -> Objects.equals(other.id(), member.parentId()))
                .map(Families.Member::number)
                .findFirst()
                .orElse(null);
        return new MemberJson(member.number(), member.name(), parent, member.depth());
    }

    private Customer find(String number) {
        return customers.byNumber(number).orElseThrow(() -> new NotFound("customer"));
    }
}
