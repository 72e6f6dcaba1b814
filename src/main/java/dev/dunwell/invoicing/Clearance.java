package dev.dunwell.invoicing;

import dev.dunwell.agreements.Tax;
import dev.dunwell.agreements.Tax.Category;
import dev.dunwell.invoicing.Finding.Code;
import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether an invoice is complete and sane enough to leave (R71, R142). What is missing refuses it, with the whole list;
 * what is strange asks a person. Pure.
 */
final class Clearance {

    private static final int ENOUGH_TO_COMPARE = 3;
    private static final long UNUSUAL_TIMES = 3;
    private static final Set<String> EU = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private final Facts facts;
    private final Draft draft;
    private final List<Finding> findings = new ArrayList<>();

    private Clearance(Facts facts, Draft draft) {
        this.facts = facts;
        this.draft = draft;
    }

    /**
     * What is known besides the document itself.
     *
     * @param seller null while nobody said who sells
     * @param buyer null while nobody said how invoices name the customer
     * @param dueOn null when no terms are in force
     * @param hasAccount whether there is an account for the currency
     * @param recipients how many people of the customer have an address
     * @param lately what the customer was billed of late in this currency, the latest first
     */
    record Facts(
            @Nullable Seller seller,
            @Nullable Buyer buyer,
            LocalDate issueOn,
            @Nullable LocalDate dueOn,
            boolean hasAccount,
            long recipients,
            List<Billed> lately) {}

    /** An invoice that the customer has. */
    record Billed(String number, LocalDate issuedOn, Money amount) {}

    static List<Finding> of(Draft draft, Facts facts) {
        var clearance = new Clearance(facts, draft);
        clearance.parties();
        clearance.demands();
        clearance.payment();
        clearance.sanity();
        return List.copyOf(clearance.findings);
    }

    private void parties() {
        Seller seller = facts.seller;
        Buyer buyer = facts.buyer;
        if (seller == null || !seller.isOn()) {
            add(Code.SWITCHED_OFF, "The house issues no invoices. Switch it on under Settings, Invoicing.");
        } else if (seller.party().name().isBlank() || !seller.party().address().isWhole()) {
            add(Code.NO_SELLER, "Your name or address is not whole. Complete it under Settings, Invoicing.");
        } else if (seller.party().vatId().isBlank()
                && seller.party().taxNumber().isBlank()) {
            add(Code.NO_TAX_NUMBER, "Your VAT number or tax number is missing. Give it under Settings, Invoicing.");
        }
        if (buyer == null
                || buyer.party().name().isBlank()
                || !buyer.party().address().isWhole()) {
            add(Code.NO_BUYER, "The customer's name or address for invoices is not whole. Complete it.");
        }
        if (seller != null && buyer != null) {
            taxNumbers(seller, buyer);
        }
    }

    private void taxNumbers(Seller seller, Buyer buyer) {
        for (Draft.TaxSum sum : draft.taxes()) {
            Category category = sum.tax().category();
            if (category.needsBothNumbers()
                    && (seller.party().vatId().isBlank()
                            || buyer.party().vatId().isBlank())) {
                add(
                        Code.NO_TAX_NUMBER,
                        category.title() + " needs the VAT numbers of both. Give the one that is missing.");
            }
            if (category == Category.E && seller.exemption().isBlank()) {
                add(Code.NO_EXEMPTION, "It has to say why it is exempt. Give the sentence under Settings, Invoicing.");
            }
            if (isStrange(sum.tax(), seller, buyer)) {
                add(
                        Code.WRONG_TAX,
                        "It is taxed as \"%s\", to a buyer in %s. Look whether that is right."
                                .formatted(
                                        category.title(),
                                        buyer.party().address().country()));
            }
        }
    }

    private static boolean isStrange(Tax tax, Seller seller, Buyer buyer) {
        String here = seller.party().address().country();
        String there = buyer.party().address().country();
        boolean isHome = here.equals(there);
        boolean isUnion = EU.contains(here) && EU.contains(there);
        return switch (tax.category()) {
            case S -> !isHome && (!isUnion || !buyer.party().vatId().isBlank());
            case K -> isHome || !isUnion;
            case G -> isHome || isUnion;
            case Z, E, AE, O -> false;
        };
    }

    private void demands() {
        Buyer buyer = facts.buyer;
        if (buyer == null) {
            return;
        }
        if (buyer.demands().contains(Buyer.Demand.ORDER) && draft.orderReference() == null) {
            add(Code.NO_ORDER, "The customer demands its order reference. Give it on the contract or the work.");
        }
        boolean needsReference = buyer.demands().contains(Buyer.Demand.BUYER_REFERENCE)
                || buyer.form().isXRechnung();
        if (needsReference && buyer.buyerReference().isBlank()) {
            add(Code.NO_BUYER_REFERENCE, "The buyer's reference (Leitweg-ID) is missing. Give it with the customer.");
        }
        Party.Person contact = facts.seller == null
                ? Party.Person.NOBODY
                : facts.seller.party().contact();
        if (buyer.form().isXRechnung()
                && (contact.name().isBlank()
                        || contact.phone().isBlank()
                        || contact.email().isBlank())) {
            add(
                    Code.NO_CONTACT,
                    "XRechnung names a person, a telephone and an address to ask. Give all three of yours.");
        }
        boolean travels = buyer.form().isXRechnung() || buyer.form() == Buyer.Form.PEPPOL;
        if (travels
                && (!buyer.party().endpoint().isThere()
                        || facts.seller == null
                        || !facts.seller.party().endpoint().isThere())) {
            add(Code.NO_ENDPOINT, "The electronic addresses of both are needed. Give the one that is missing.");
        }
        if (buyer.delivery() == Buyer.Delivery.MAIL && facts.recipients == 0) {
            add(Code.NO_RECIPIENT, "Nobody at the customer has a mail address. Add a contact.");
        }
    }

    private void payment() {
        if (!draft.gross().isPositive()) {
            add(
                    Code.NOTHING_DUE,
                    "It comes to " + draft.gross().inWords() + ". Bill it with something else, or credit it.");
        }
        if (facts.dueOn == null) {
            add(Code.NO_TERMS, "No terms are in force on " + facts.issueOn + ". Agree terms with the customer.");
        } else if (facts.dueOn.isBefore(facts.issueOn)) {
            add(Code.DUE_BEFORE_ISSUE, "It is due on " + facts.dueOn + ", before it is issued.");
        }
        if (!facts.hasAccount) {
            add(
                    Code.NO_ACCOUNT,
                    "It does not say where to pay: there is no account for %s. Give one under Settings, Ways to pay."
                            .formatted(draft.currency().getCurrencyCode()));
        }
    }

    private void sanity() {
        Money gross = draft.gross();
        facts.lately.stream()
                .filter(billed -> billed.amount.equals(gross)
                        && billed.issuedOn.plusDays(7).isAfter(facts.issueOn))
                .findFirst()
                .ifPresent(billed -> add(
                        Code.DUPLICATE,
                        "%s of %s is for the same %s. Is this another?"
                                .formatted(billed.number, billed.issuedOn, gross.inWords())));
        long most = facts.lately.stream()
                .mapToLong(billed -> billed.amount.minor())
                .max()
                .orElse(0);
        if (facts.lately.size() >= ENOUGH_TO_COMPARE && gross.minor() > UNUSUAL_TIMES * most) {
            add(
                    Code.UNUSUAL,
                    "%s is more than three times the largest of the last %d invoices, %s."
                            .formatted(
                                    gross.inWords(), facts.lately.size(), new Money(most, gross.currency()).inWords()));
        }
        for (Draft.Line line : draft.lines()) {
            if (line.amount().isZero()) {
                add(Code.ZERO_LINE, "\"" + line.description() + "\" costs nothing. Is that meant?");
            } else if (!addsUp(line)) {
                add(
                        Code.DOES_NOT_ADD_UP,
                        "\"%s\": %s times %s is not %s."
                                .formatted(
                                        line.description(),
                                        line.quantity().toPlainString(),
                                        line.unitPrice().toPlainString(),
                                        line.amount().inWords()));
            }
        }
    }

    private static boolean addsUp(Draft.Line line) {
        BigDecimal exact = line.quantity().multiply(line.unitPrice());
        return Money.halfUp(exact, line.amount().currency()).equals(line.amount());
    }

    private void add(Code code, String because) {
        findings.add(new Finding(code, because));
    }
}
