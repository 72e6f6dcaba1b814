package dev.dunwell.family.web;

import dev.dunwell.access.Caller;
import dev.dunwell.family.Duplicate;
import dev.dunwell.family.Duplicates;
import dev.dunwell.family.MergeCustomers;
import dev.dunwell.family.UndoMerge;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers that may be one, and merging them. */
@RestController
class MergesApi {

    private static final int MOST = 200;

    private final Customers customers;
    private final Duplicates duplicates;
    private final MergeCustomers mergeCustomers;
    private final UndoMerge undoMerge;

    MergesApi(Customers customers, Duplicates duplicates, MergeCustomers mergeCustomers, UndoMerge undoMerge) {
        this.customers = customers;
        this.duplicates = duplicates;
        this.mergeCustomers = mergeCustomers;
        this.undoMerge = undoMerge;
    }

    /** What two customers have in common: name, tax, iban, email or domain. */
    record EvidenceJson(String kind, String value) {}

    /** Two customers by their numbers; {@code score} 50 to 100. */
    record DuplicateJson(String first, String second, int score, List<EvidenceJson> evidence) {

        static DuplicateJson of(Duplicate pair) {
            return new DuplicateJson(
                    pair.first().number(),
                    pair.second().number(),
                    pair.score(),
                    pair.evidence().stream()
                            .map(each -> new EvidenceJson(each.kind().name().toLowerCase(Locale.ROOT), each.value()))
                            .toList());
        }
    }

    record MergeRequest(String into, @Nullable String reason) {}

    /** @param id by which the merge can be undone */
    record MergeJson(long id, String from, String into) {}

    @Operation(summary = "Pairs of customers that may be one, with the evidence, the most alike first")
    @GetMapping("/api/v1/duplicates")
    List<DuplicateJson> duplicates() {
        return duplicates.find(MOST).stream().map(DuplicateJson::of).toList();
    }

    @Operation(summary = "Merge a customer into another; its number leads there from then on")
    @PostMapping("/api/v1/customers/{number}/merges")
    @ResponseStatus(HttpStatus.CREATED)
    MergeJson merge(Caller caller, @PathVariable String number, @RequestBody MergeRequest wanted) {
        long from = customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
        long into = customers
                .byNumber(wanted.into)
                .orElseThrow(() -> BadInput.in("into", "There is no customer with this number."))
                .id();
        long id = mergeCustomers.merge(caller, from, into, Objects.requireNonNullElse(wanted.reason, ""));
        return new MergeJson(id, number, wanted.into);
    }

    @Operation(summary = "Undo a merge: what went over returns, what came since stays with the survivor")
    @PostMapping("/api/v1/merges/{id}/undo")
    MergeJson undo(Caller caller, @PathVariable long id) {
        var merge = undoMerge.undo(caller, id);
        return new MergeJson(merge.id(), merge.from().number(), merge.into().number());
    }
}
