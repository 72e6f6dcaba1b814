package dev.dunwell.invoicing;

import dev.dunwell.access.Organisation;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Contract;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Terms;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.ledger.TermsVersion;
import dev.dunwell.payments.BankAccount;
import dev.dunwell.payments.BankAccounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts what is to be billed together into invoices, one for each customer, currency, order and version of terms, and
 * looks at each. The same look decides what the night issues, what a person sees, and what is issued in the end. A
 * handful of queries, however many invoices.
 */
@Component
public class Proposals {

    private static final String FACTS = Sql.named("invoicing/facts");
    private static final String LATELY = Sql.named("invoicing/lately");

    private final JdbcClient db;
    private final Sellers sellers;
    private final Buyers buyers;
    private final Customers customers;
    private final TermsBook terms;
    private final BankAccounts accounts;

    Proposals(
            JdbcClient db,
            Sellers sellers,
            Buyers buyers,
            Customers customers,
            TermsBook terms,
            BankAccounts accounts) {
        this.db = db;
        this.sellers = sellers;
        this.buyers = buyers;
        this.customers = customers;
        this.terms = terms;
        this.accounts = accounts;
    }

    /** What belongs on one invoice has the same. */
    private record Group(
            long customerId,
            String currency,
            String apart,
            @Nullable String order,
            @Nullable Long termsId) {

        static Group of(Billable billable) {
            return new Group(
                    billable.customerId(),
                    billable.amount().currency().getCurrencyCode(),
                    billable.apart(),
                    billable.orderReference(),
                    billable.termsId());
        }
    }

    /** All that is known of some customers, and of the organisation. */
    private record Known(
            Optional<Seller> seller,
            Set<String> payable,
            Map<Long, Customer> customers,
            Map<Long, Buyer> buyers,
            Map<Long, Long> recipients,
            Map<Long, List<Clearance.Billed>> lately) {}

    /** @param today the day on which they would be issued */
    @Transactional(readOnly = true)
    public List<Proposal> of(Organisation organisation, Collection<Billable> billables, LocalDate today) {
        Map<Group, List<Billable>> groups =
                billables.stream().collect(Collectors.groupingBy(Group::of, LinkedHashMap::new, Collectors.toList()));
        Set<Long> ids = groups.keySet().stream().map(Group::customerId).collect(Collectors.toSet());
        Known known = known(ids, today);
        Map<String, Optional<TermsVersion>> versions = new HashMap<>();
        return groups.values().stream()
                .map(group -> proposal(organisation, group, known, versions, today))
                .toList();
    }

    private Proposal proposal(
            Organisation organisation,
            List<Billable> group,
            Known known,
            Map<String, Optional<TermsVersion>> versions,
            LocalDate today) {
        Draft draft = Draft.of(group);
        Customer customer = known.customers.get(draft.customerId());
        if (customer == null) {
            throw new IllegalStateException("no customer " + draft.customerId());
        }
        Long termsId = group.getFirst().termsId();
        LocalDate dueOn = terms(customer, termsId, today, versions)
                .map(version -> version.conditions().due().dueOn(today))
                .orElse(null);
        Buyer buyer = known.buyers.get(customer.id());
        var facts = new Clearance.Facts(
                known.seller.orElse(null),
                buyer,
                today,
                dueOn,
                known.payable.contains(draft.currency().getCurrencyCode()),
                known.recipients.getOrDefault(customer.id(), 0L),
                known.lately.getOrDefault(customer.id(), List.of()).stream()
                        .filter(billed -> billed.amount().currency().equals(draft.currency()))
                        .toList());
        boolean isApproved = group.stream().anyMatch(billable -> billable.issue() == Contract.Issue.APPROVE);
        String language = (customer.profile().language() == null
                        ? organisation.locale()
                        : customer.profile().language())
                .getLanguage();
        return new Proposal(
                new Proposal.Recipient(customer.id(), customer.number(), customer.name(), language, buyer),
                group.stream().map(Billable::id).toList(),
                draft,
                isApproved ? Contract.Issue.APPROVE : Contract.Issue.AUTOMATIC,
                termsId,
                dueOn,
                Clearance.of(draft, facts));
    }

    /** What was accepted for it, else what the customer buys under; each asked for once. */
    private Optional<TermsVersion> terms(
            Customer customer, @Nullable Long accepted, LocalDate today, Map<String, Optional<TermsVersion>> asked) {
        Terms agreed = customer.profile().terms();
        if (accepted != null) {
            return asked.computeIfAbsent("#" + accepted, _ -> terms.byId(accepted));
        } else if (agreed != null) {
            return asked.computeIfAbsent(agreed.name(), name -> terms.inForce(name, today));
        } else {
            return Optional.empty();
        }
    }

    private Known known(Set<Long> ids, LocalDate today) {
        Map<Long, Long> recipients = new HashMap<>();
        Set<Long> demandingOrder = new HashSet<>();
        db.sql(FACTS).param("customers", ids.toArray(Long[]::new)).query(row -> {
            recipients.put(row.getLong("id"), row.getLong("recipients"));
            if (row.getBoolean("demands_order")) {
                demandingOrder.add(row.getLong("id"));
            }
        });
        Map<Long, Buyer> all = new HashMap<>(buyers.of(ids));
        all.replaceAll((id, buyer) -> demandingOrder.contains(id) ? buyer.demanding(Buyer.Demand.ORDER) : buyer);
        return new Known(
                sellers.current(),
                accounts.all().stream()
                        .map(BankAccount::currency)
                        .map(Object::toString)
                        .collect(Collectors.toSet()),
                customers.named(ids),
                all,
                recipients,
                lately(ids, today));
    }

    private Map<Long, List<Clearance.Billed>> lately(Set<Long> ids, LocalDate today) {
        Map<Long, List<Clearance.Billed>> lately = new HashMap<>();
        db.sql(LATELY)
                .param("customers", ids.toArray(Long[]::new))
                .param("today", today)
                .query(row -> {
                    lately.computeIfAbsent(row.getLong("customer_id"), _ -> new ArrayList<>())
                            .add(new Clearance.Billed(
                                    row.getString("number"),
                                    row.getObject("issued_on", LocalDate.class),
                                    Money.ofMinor(row.getLong("amount"), row.getString("currency"))));
                });
        return lately;
    }
}
