package dev.dunwell.credit.web;

import dev.dunwell.access.Caller;
import dev.dunwell.credit.CreditCheck;
import dev.dunwell.credit.CreditLimits;
import dev.dunwell.credit.CreditPolicy;
import dev.dunwell.credit.CreditPolicy.OnBreach;
import dev.dunwell.credit.CreditReview;
import dev.dunwell.credit.CreditReviews;
import dev.dunwell.credit.CreditStanding;
import dev.dunwell.credit.PaySegments;
import dev.dunwell.credit.SetCreditPolicy;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Credit limits: who is over one or near it, by how much; and what a breach means here. */
@Controller
class CreditPage {

    private static final int SHOWN = 200;

    private final CreditCheck check;
    private final CreditLimits limits;
    private final Customers customers;
    private final SetCreditPolicy setCreditPolicy;
    private final CreditReviews reviews;
    private final PaySegments segments;

    CreditPage(
            CreditCheck check,
            CreditLimits limits,
            Customers customers,
            SetCreditPolicy setCreditPolicy,
            CreditReviews reviews,
            PaySegments segments) {
        this.reviews = reviews;
        this.segments = segments;
        this.check = check;
        this.limits = limits;
        this.customers = customers;
        this.setCreditPolicy = setCreditPolicy;
    }

    @GetMapping("/credit")
    String page(Caller caller, Model model) {
        Map<Long, List<CreditStanding>> troubled = check.troubled(caller.organisation(), caller.today());
        List<Found> found = new ArrayList<>();
        troubled.forEach((id, standings) -> standings.forEach(standing -> found.add(new Found(id, standing))));
        found.sort(Comparator.<Found>comparingInt(each -> each.standing.state().isBreach() ? 0 : 1)
                .thenComparing(each -> each.standing.exposure().currency().getCurrencyCode())
                .thenComparingLong(each -> -each.standing.excess().minor())
                .thenComparingInt(each -> -each.standing.percent()));
        List<Found> first = found.subList(0, Math.min(SHOWN, found.size()));
        Map<Long, Customer> names =
                customers.named(first.stream().map(Found::id).toList());
        model.addAttribute(
                "view",
                new BreachesView(
                        first.stream()
                                .flatMap(each -> row(each, names.get(each.id)))
                                .toList(),
                        (int) found.stream()
                                .filter(each -> each.standing.state().isBreach())
                                .count(),
                        limits.policy(),
                        caller.may("POST /credit/policy"),
                        new BreachesView.Behaviour(
                                reviews.waiting(), segments.shares(), caller.may("POST /credit/reviews/{id}"))));
        return "credit/page";
    }

    @PostMapping("/credit/reviews/{id}")
    ModelAndView decide(
            Caller caller, @PathVariable long id, @RequestParam String decision, @RequestParam String reason) {
        CreditReview.Decision decided = Stream.of(CreditReview.Decision.values())
                .filter(each -> each.code().equals(decision))
                .findFirst()
                .orElseThrow(() -> BadInput.in("decision", "Choose what was decided."));
        reviews.decide(caller, id, decided, reason);
        return Onward.to("/credit", Flash.done("Decided, and kept with its reason."));
    }

    @PostMapping("/credit/policy")
    ModelAndView policy(Caller caller, @RequestParam String onBreach, @RequestParam String overdueDays) {
        if (!overdueDays.strip().matches("\\d{1,3}")) {
            throw BadInput.in("overdueDays", "Give 1 to 365 days.");
        }
        OnBreach on = onBreach.equals("stop") ? OnBreach.STOP : OnBreach.WARN;
        setCreditPolicy.set(caller, new CreditPolicy(on, Integer.parseInt(overdueDays.strip())));
        return Onward.to("/credit", Flash.done("The policy counts from now on."));
    }

    private record Found(long id, CreditStanding standing) {}

    private static Stream<BreachesView.Row> row(Found found, @Nullable Customer customer) {
        return customer == null
                ? Stream.empty()
                : Stream.of(new BreachesView.Row(found.id, customer.number(), customer.name(), found.standing));
    }
}
