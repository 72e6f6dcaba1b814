package dev.dunwell.cases.web;

import dev.dunwell.access.Caller;
import dev.dunwell.archive.Archive;
import dev.dunwell.cases.DecidePlan;
import dev.dunwell.cases.Plan;
import dev.dunwell.cases.Plans;
import dev.dunwell.cases.ProposePlan;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Payment plans: which there are, one with its lines, and the form that proposes one. */
@Controller
class PlansPage {

    private static final int SHOWN = 200;

    private final Plans plans;
    private final ProposePlan proposePlan;
    private final DecidePlan decidePlan;
    private final Customers customers;
    private final OpenItems openItems;
    private final Archive archive;

    PlansPage(
            Plans plans,
            ProposePlan proposePlan,
            DecidePlan decidePlan,
            Customers customers,
            OpenItems openItems,
            Archive archive) {
        this.plans = plans;
        this.proposePlan = proposePlan;
        this.decidePlan = decidePlan;
        this.customers = customers;
        this.openItems = openItems;
        this.archive = archive;
    }

    @GetMapping("/plans")
    ModelAndView list(Caller caller, @RequestParam(defaultValue = "live") String which) {
        Plans.Which chosen = switch (which) {
            case "ended" -> Plans.Which.ENDED;
            case "all" -> Plans.Which.ALL;
            default -> Plans.Which.LIVE;
        };
        return new ModelAndView("cases/plans")
                .addObject("plans", plans.list(chosen, caller.today(), SHOWN))
                .addObject("which", chosen.name().toLowerCase(java.util.Locale.ROOT));
    }

    @GetMapping("/plans/{id}")
    ModelAndView show(Caller caller, @PathVariable long id) {
        return page(caller, id, null);
    }

    @GetMapping("/plans/{id}.pdf")
    void agreement(Caller caller, @PathVariable long id, HttpServletResponse response) throws IOException {
        Plan plan = plans.get(id, caller.today());
        if (plan.hash() == null) {
            throw new NotFound("agreement");
        }
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=\"plan-" + id + ".pdf\"");
        try (InputStream in = archive.open(plan.hash())) {
            in.transferTo(response.getOutputStream());
        }
    }

    @GetMapping("/plans/new")
    ModelAndView form(Caller caller, @RequestParam long customer) {
        return form(caller, new PlanForm(customer, Map.of(), List.of()), List.of());
    }

    @PostMapping("/plans")
    ModelAndView propose(Caller caller, @RequestParam MultiValueMap<String, String> values) {
        PlanForm form = PlanForm.of(values);
        try {
            long id = proposePlan.propose(caller, form.wanted(caller, proposePlan));
            return Onward.to("/plans/" + id, Flash.done("Proposed. It counts from the day the customer accepts it."));
        } catch (BadInput e) {
            return form(caller, form, e.problems());
        } catch (Refusal e) {
            return form(caller, form, List.of(new Problem(0, "", e.reason())));
        }
    }

    @PostMapping("/plans/{id}/acceptance")
    ModelAndView accept(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String by) {
        try {
            decidePlan.accept(caller, id, by);
            return Onward.to(
                    "/plans/" + id, Flash.done("Accepted. Nothing is sent about its invoices while it is on track."));
        } catch (BadInput e) {
            return page(caller, id, e.problems().getFirst());
        } catch (Refusal e) {
            return page(caller, id, new Problem(0, "", e.reason()));
        }
    }

    @PostMapping("/plans/{id}/end")
    ModelAndView end(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        try {
            decidePlan.end(caller, id, reason);
            return Onward.to("/plans/" + id, Flash.done("Ended. The reminders go on from where they stood."));
        } catch (BadInput e) {
            return page(caller, id, e.problems().getFirst());
        } catch (Refusal e) {
            return page(caller, id, new Problem(0, "", e.reason()));
        }
    }

    private ModelAndView page(Caller caller, long id, @Nullable Problem problem) {
        Plan plan = plans.get(id, caller.today());
        var page = new ModelAndView("cases/plan")
                .addObject("plan", plan)
                .addObject("lines", Plan.fill(plans.lines(plan), plan.paid()))
                .addObject("parts", plans.parts(plan, caller.today()))
                .addObject("problem", problem)
                .addObject("mayDecide", caller.may("POST /plans/{id}/acceptance"));
        if (problem != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private ModelAndView form(Caller caller, PlanForm form, List<Problem> problems) {
        Customer customer = customers.byId(form.customerId()).orElseThrow(() -> new NotFound("customer"));
        List<OpenItem> open = openItems.of(customer.id(), caller.today());
        var page = new ModelAndView("cases/plan-form")
                .addObject(
                        "view",
                        new PlanFormView(customer, PlanFormView.invoices(open), form, problems, caller.today()));
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
