package dev.dunwell.invoicing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agreements.BillContracts;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Billables;
import dev.dunwell.invoicing.BillingTroubles;
import dev.dunwell.invoicing.Finding;
import dev.dunwell.invoicing.IssueInvoice;
import dev.dunwell.invoicing.IssuedDocuments;
import dev.dunwell.invoicing.Proposals;
import dev.dunwell.invoicing.Sellers;
import dev.dunwell.invoicing.SendInvoice;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The next run: which invoices would be issued today, what they lack, what is strange; issue one. */
@Controller
class NextRunPage {

    private static final String ADDRESS = "/invoicing";
    private static final int FARTHEST = 2;

    private final Sellers sellers;
    private final Billables billables;
    private final BillContracts billContracts;
    private final Proposals proposals;
    private final IssueInvoice issueInvoice;
    private final SendInvoice sendInvoice;
    private final IssuedDocuments documents;
    private final BillingTroubles troubles;
    private final Clock clock;

    NextRunPage(
            Sellers sellers,
            Billables billables,
            BillContracts billContracts,
            Proposals proposals,
            IssueInvoice issueInvoice,
            SendInvoice sendInvoice,
            IssuedDocuments documents,
            BillingTroubles troubles,
            Clock clock) {
        this.sellers = sellers;
        this.billables = billables;
        this.billContracts = billContracts;
        this.proposals = proposals;
        this.issueInvoice = issueInvoice;
        this.sendInvoice = sendInvoice;
        this.documents = documents;
        this.troubles = troubles;
        this.clock = clock;
    }

    /** @param on a later day, to see what would be issued then; nothing is written */
    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller, @RequestParam(required = false) @Nullable LocalDate on) {
        LocalDate today = caller.today();
        LocalDate day = on == null || on.isBefore(today) ? today : on;
        LocalDate shown = day.isAfter(today.plusYears(FARTHEST)) ? today.plusYears(FARTHEST) : day;
        List<Billable> work = new ArrayList<>(billables.unbilled(shown));
        if (shown.isAfter(today)) {
            work.addAll(billContracts.ahead(shown));
        }
        return new ModelAndView("invoicing/next-run")
                .addObject("isOn", sellers.isOn())
                .addObject("proposals", proposals.of(caller.organisation(), work, shown))
                .addObject("troubles", troubles.all())
                .addObject("day", shown)
                .addObject("isAhead", shown.isAfter(today))
                .addObject("mayIssue", caller.may("POST " + ADDRESS));
    }

    /** What contracts have to bill by now, without waiting for the night. */
    @PostMapping("/invoicing/look")
    ModelAndView look(Caller caller) {
        int found = billContracts.run(caller.organisation(), clock.instant()).added();
        return Onward.to(
                ADDRESS,
                Flash.done(
                        found == 0
                                ? "Contracts have nothing more to bill today."
                                : "Contracts bill " + found + " more."));
    }

    @PostMapping(ADDRESS)
    ModelAndView issue(
            Caller caller,
            @RequestParam("billable") List<Long> chosen,
            @RequestParam(name = "meant", defaultValue = "") String meant) {
        try {
            long id = issueInvoice.issue(
                    caller.actor(),
                    caller.organisation(),
                    new IssueInvoice.Wanted(chosen, codes(meant), caller.today()));
            sendInvoice.send(caller.organisation(), id, caller.today());
            String number = documents.byId(id).orElseThrow().number();
            return Onward.to("/invoicing/issued/" + id, Flash.done(number + " is issued."));
        } catch (BadInput bad) {
            return Onward.to(ADDRESS, Flash.refused(bad.problems().getFirst().message()));
        } catch (Refusal refused) {
            return Onward.to(ADDRESS, Flash.refused(String.valueOf(refused.getMessage())));
        }
    }

    private static Set<Finding.Code> codes(String meant) {
        return Arrays.stream(meant.split(",", -1))
                .filter(code -> !code.isBlank())
                .map(code -> Finding.Code.valueOf(code.strip().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
