package dev.dunwell.credit.web;

import dev.dunwell.access.Caller;
import dev.dunwell.credit.CreditReview;
import dev.dunwell.credit.CreditReview.Decision;
import dev.dunwell.credit.CreditReviews;
import dev.dunwell.credit.PaySegments;
import dev.dunwell.web.BadInput;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whose terms wait for a look, and how customers pay, for programs. */
@RestController
class CreditReviewsApi {

    private final CreditReviews reviews;
    private final PaySegments segments;

    CreditReviewsApi(CreditReviews reviews, PaySegments segments) {
        this.reviews = reviews;
        this.segments = segments;
    }

    /** @param decision kept, limit, terms, prepayment or agency */
    record DecisionRequest(String decision, String reason) {}

    @Operation(summary = "Customers whose behaviour asks for a look, the oldest first")
    @GetMapping("/api/v1/credit-reviews")
    List<CreditReview> waiting() {
        return reviews.waiting();
    }

    @Operation(summary = "Decide about the terms of a customer; kept with its reason")
    @PostMapping("/api/v1/credit-reviews/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(Caller caller, @PathVariable long id, @RequestBody DecisionRequest wanted) {
        Decision decision = Stream.of(Decision.values())
                .filter(each -> each.code().equals(wanted.decision))
                .findFirst()
                .orElseThrow(() -> BadInput.in("decision", "Use kept, limit, terms, prepayment or agency."));
        reviews.decide(caller, id, decision, wanted.reason);
    }

    @Operation(summary = "How many customers pay in which way")
    @GetMapping("/api/v1/segments")
    List<PaySegments.Share> segments() {
        return segments.shares();
    }
}
