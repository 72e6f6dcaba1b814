package dev.dunwell.invoicing;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Organisation;
import dev.dunwell.agreements.BillContracts;
import dev.dunwell.agreements.Billables;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The night's invoices: contracts bill what is due, and what needs nobody's look is issued. Everything else waits on
 * the page of the next run. What was issued is sent, also what a fall left unsent. Safe to run twice; each invoice is a
 * transaction of its own, so one that fails holds up none.
 */
@Component
public class IssueDue {

    private static final Actor NIGHT = Actor.automation("night");

    private final Sellers sellers;
    private final BillContracts billContracts;
    private final Billables billables;
    private final Proposals proposals;
    private final IssueInvoice issueInvoice;
    private final IssuedDocuments documents;
    private final SendInvoice sendInvoice;

    IssueDue(
            Sellers sellers,
            BillContracts billContracts,
            Billables billables,
            Proposals proposals,
            IssueInvoice issueInvoice,
            IssuedDocuments documents,
            SendInvoice sendInvoice) {
        this.sellers = sellers;
        this.billContracts = billContracts;
        this.billables = billables;
        this.proposals = proposals;
        this.issueInvoice = issueInvoice;
        this.documents = documents;
        this.sendInvoice = sendInvoice;
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
        billContracts.run(organisation, now);
        int issued = 0;
        int waiting = 0;
        for (Proposal proposal : proposals.of(organisation, billables.unbilled(latest(today)), today)) {
            if (proposal.isClear() && issued(organisation, proposal, today)) {
                issued++;
            } else {
                waiting++;
            }
        }
        documents.unsent().forEach(id -> sendInvoice.send(organisation, id, today));
        return new Tally(issued, waiting);
    }

    /** A contract may count its days where tomorrow has begun. */
    private static LocalDate latest(LocalDate today) {
        return today.plusDays(1);
    }

    private boolean issued(Organisation organisation, Proposal proposal, LocalDate today) {
        try {
            issueInvoice.issue(NIGHT, organisation, new IssueInvoice.Wanted(proposal.billables(), Set.of(), today));
            return true;
        } catch (BadInput | Refusal e) {
            return false; // somebody else was quicker, or the day is closed: the page of the next run says which
        }
    }
}
