package dev.dunwell.invoicing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agreements.AddBillable;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Billables;
import dev.dunwell.agreements.WithdrawBillable;
import dev.dunwell.invoicing.CreditInvoice;
import dev.dunwell.invoicing.CreditLines;
import dev.dunwell.invoicing.Finding;
import dev.dunwell.invoicing.IssueInvoice;
import dev.dunwell.invoicing.Issued;
import dev.dunwell.invoicing.IssuedDocuments;
import dev.dunwell.invoicing.SendInvoice;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invoicing for programs: work that is to be billed, and what was issued. */
@RestController
class InvoicingApi {

    private static final int MOST = 1000;

    private final Billables billables;
    private final AddBillable addBillable;
    private final WithdrawBillable withdrawBillable;
    private final WorkForm workForm;
    private final IssueInvoice issueInvoice;
    private final CreditInvoice creditInvoice;
    private final CreditLines creditLines;
    private final SendInvoice sendInvoice;
    private final IssuedDocuments documents;

    InvoicingApi(
            Billables billables,
            AddBillable addBillable,
            WithdrawBillable withdrawBillable,
            WorkForm workForm,
            IssueInvoice issueInvoice,
            CreditInvoice creditInvoice,
            CreditLines creditLines,
            SendInvoice sendInvoice,
            IssuedDocuments documents) {
        this.billables = billables;
        this.addBillable = addBillable;
        this.withdrawBillable = withdrawBillable;
        this.workForm = workForm;
        this.issueInvoice = issueInvoice;
        this.creditInvoice = creditInvoice;
        this.creditLines = creditLines;
        this.sendInvoice = sendInvoice;
        this.documents = documents;
    }

    /** @param unitPrice net */
    record BillableJson(
            long id,
            String key,
            String origin,
            String description,
            BigDecimal quantity,
            String unit,
            BigDecimal unitPrice,
            BigDecimal amount,
            String currency,
            String tax,
            LocalDate billOn) {}

    /** @param files the forms in which it is kept */
    record IssuedJson(
            long id,
            String number,
            String kind,
            LocalDate issuedOn,
            @Nullable LocalDate dueOn,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal gross,
            String currency,
            @Nullable String creditedBy,
            Set<String> files) {}

    /** @param meant what is strange and meant all the same, by the names of the findings */
    record IssueJson(List<Long> billables, @Nullable Set<String> meant) {}

    @Operation(summary = "What is to be billed and stands on no invoice yet")
    @GetMapping("/api/v1/billables")
    List<BillableJson> unbilled() {
        return billables.unbilled(LocalDate.MAX).stream()
                .map(InvoicingApi::json)
                .toList();
    }

    @Operation(summary = "Add hours, an expense, a milestone or a deposit; the same key twice is refused")
    @PostMapping("/api/v1/billables")
    @ResponseStatus(HttpStatus.CREATED)
    void add(Caller caller, @RequestBody Map<String, String> form) {
        addBillable.add(caller.actor(), workForm.read(caller, form, Locale.ENGLISH));
    }

    /** @param why it is not billed */
    record WithdrawalJson(@Nullable String why) {}

    @Operation(summary = "Say that work is not billed, and why; what stands on an invoice is refused")
    @PostMapping("/api/v1/billables/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable long id, @RequestBody WithdrawalJson withdrawal) {
        withdrawBillable.withdraw(caller.actor(), id, Objects.requireNonNullElse(withdrawal.why, ""));
    }

    @Operation(summary = "What was issued, the latest first")
    @GetMapping("/api/v1/issued-documents")
    List<IssuedJson> issued() {
        return documents.latest(MOST).stream().map(InvoicingApi::json).toList();
    }

    @Operation(summary = "Issue one invoice and send it; refused with what is missing or strange")
    @PostMapping("/api/v1/issued-documents")
    @ResponseStatus(HttpStatus.CREATED)
    IssuedJson issue(Caller caller, @RequestBody IssueJson wanted) {
        Set<String> meant = wanted.meant == null ? Set.of() : wanted.meant;
        long id = issueInvoice.issue(
                caller.actor(),
                caller.organisation(),
                new IssueInvoice.Wanted(
                        wanted.billables,
                        meant.stream()
                                .map(code -> Finding.Code.valueOf(code.toUpperCase(Locale.ROOT)))
                                .collect(Collectors.toSet()),
                        caller.today()));
        sendInvoice.send(caller.organisation(), id, caller.today());
        return json(documents.byId(id).orElseThrow());
    }

    /**
     * @param again whether the work of an invoice that is taken back whole is to be billed again
     * @param lines what is credited of which line, net, the first line being 0; null takes all of it back
     */
    record CreditJson(
            @Nullable String reason,
            boolean again,
            @Nullable Map<Integer, BigDecimal> lines) {}

    @Operation(summary = "Take an issued invoice back, or some of its lines, and send the credit note")
    @PostMapping("/api/v1/issued-documents/{id}/credit")
    @ResponseStatus(HttpStatus.CREATED)
    IssuedJson credit(Caller caller, @PathVariable long id, @RequestBody CreditJson wanted) {
        String reason = Objects.requireNonNullElse(wanted.reason, "");
        long credit = wanted.lines == null
                ? creditInvoice.credit(caller.actor(), id, reason, wanted.again, caller.today())
                : creditLines.credit(caller.actor(), lines(id, wanted.lines, reason), caller.today());
        sendInvoice.send(caller.organisation(), credit, caller.today());
        return json(documents.byId(credit).orElseThrow());
    }

    private CreditLines.Wanted lines(long id, Map<Integer, BigDecimal> amounts, String reason) {
        Issued issued = documents.byId(id).orElseThrow(() -> new NotFound("document"));
        Currency currency = issued.content().sums().gross().currency();
        Map<Integer, Money> lines = new HashMap<>();
        amounts.forEach((line, amount) -> lines.put(line, money(line, amount, currency)));
        return new CreditLines.Wanted(id, lines, reason);
    }

    private static Money money(int line, BigDecimal amount, Currency currency) {
        try {
            return Money.of(amount, currency);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw BadInput.in("lines." + line, currency + " has " + currency.getDefaultFractionDigits() + " decimals.");
        }
    }

    private static BillableJson json(Billable work) {
        return new BillableJson(
                work.id(),
                work.key(),
                work.origin().code(),
                work.description(),
                work.quantity().number(),
                work.quantity().unit(),
                work.unitPrice(),
                work.amount().amount(),
                work.amount().currency().getCurrencyCode(),
                work.tax().toString(),
                work.billOn());
    }

    private static IssuedJson json(Issued issued) {
        var content = issued.content();
        return new IssuedJson(
                issued.id(),
                issued.number(),
                content.kind().code(),
                content.issuedOn(),
                content.dueOn(),
                content.sums().net().amount(),
                content.sums().tax().amount(),
                content.sums().gross().amount(),
                content.sums().gross().currency().getCurrencyCode(),
                issued.creditedBy(),
                issued.files().keySet());
    }
}
