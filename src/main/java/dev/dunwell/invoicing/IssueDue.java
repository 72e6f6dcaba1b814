package dev.dunwell.invoicing;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Organisation;
import dev.dunwell.agreements.BillContracts;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Billables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The night's invoices: contracts bill what is due, and what needs nobody's look is issued. Everything else waits on
 * the page of the next run. What was issued is sent, also what a fall left unsent. Safe to run twice; each invoice is a
 * transaction of its own, so one that fails, for whatever reason, holds up none: it is shown on that page, and tried
 * again the next night.
 */
@Component
public class IssueDue {

    private static final Actor NIGHT = Actor.automation("night");

    private final Sellers sellers;
    private final BillContracts billContracts;
    private final Billables billables;
    private final Proposals proposals;
    private final CheckAnswers answers;
    private final IssueInvoice issueInvoice;
    private final IssuedDocuments documents;
    private final SendInvoice sendInvoice;
    private final BillingTroubles troubles;

    IssueDue(
            Sellers sellers,
            BillContracts billContracts,
            Billables billables,
            Proposals proposals,
            CheckAnswers answers,
            IssueInvoice issueInvoice,
            IssuedDocuments documents,
            SendInvoice sendInvoice,
            BillingTroubles troubles) {
        this.sellers = sellers;
        this.billContracts = billContracts;
        this.billables = billables;
        this.proposals = proposals;
        this.answers = answers;
        this.issueInvoice = issueInvoice;
        this.documents = documents;
        this.sendInvoice = sendInvoice;
        this.troubles = troubles;
    }

    /**
     * What the night came to.
     *
     * @param issued without anybody's look
     * @param waiting for a person, because it is incomplete, strange, or to be approved
     */
    public record Tally(int issued, int waiting) {}

    /** @param today the organisation's day, on which invoices are dated */
    public Tally run(Organisation organisation, LocalDate today, Instant now) {
        if (!sellers.isOn()) {
            return new Tally(0, 0);
        }
        troubles.forget();
        billContracts
                .run(organisation, now)
                .failed()
                .forEach(failed -> troubles.note(
                        failed.owner().customerId(),
                        "Contract " + failed.owner().contract(),
                        failed.why(),
                        today));
        List<Proposal> proposed = proposals(organisation, today);
        answers.heldBack(proposed, today);
        int issued = 0;
        int waiting = 0;
        for (Proposal proposal : proposed) {
            if (proposal.isClear() && issued(organisation, proposal, today)) {
                issued++;
            } else {
                waiting++;
            }
        }
        documents.unsent().forEach(id -> send(organisation, id, today));
        return new Tally(issued, waiting);
    }

    /** All at once; when that fails, each customer by itself, so that it is one who waits. */
    private List<Proposal> proposals(Organisation organisation, LocalDate today) {
        List<Billable> unbilled = billables.unbilled(latest(today));
        try {
            return proposals.of(organisation, unbilled, today);
        } catch (RuntimeException e) {
            Map<Long, List<Billable>> byCustomer =
                    unbilled.stream().collect(Collectors.groupingBy(Billable::customerId));
            List<Proposal> all = new ArrayList<>();
            byCustomer.forEach((customer, work) -> {
                try {
                    all.addAll(proposals.of(organisation, work, today));
                } catch (RuntimeException reason) {
                    troubles.note(customer, work.getFirst().description(), reason, today);
                }
            });
            return all;
        }
    }

    /** A contract may count its days where tomorrow has begun. */
    private static LocalDate latest(LocalDate today) {
        return today.plusDays(1);
    }

    private boolean issued(Organisation organisation, Proposal proposal, LocalDate today) {
        try {
            issueInvoice.issue(NIGHT, organisation, new IssueInvoice.Wanted(proposal.billables(), Set.of(), today));
            return true;
        } catch (RuntimeException e) { // somebody else was quicker, the day is closed, or nobody thought of it
            var first = proposal.draft().lines().getFirst();
            troubles.note(proposal.draft().customerId(), first.description(), e, today);
            return false;
        }
    }

    private void send(Organisation organisation, long document, LocalDate today) {
        try {
            sendInvoice.send(organisation, document, today);
        } catch (RuntimeException e) {
            documents
                    .byId(document)
                    .ifPresent(issued -> troubles.note(issued.customerId(), "Sending " + issued.number(), e, today));
        }
    }
}
