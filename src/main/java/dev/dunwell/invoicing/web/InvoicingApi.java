package dev.dunwell.invoicing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agreements.AddBillable;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Billables;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Contracts;
import dev.dunwell.agreements.RecordContract;
import dev.dunwell.invoicing.Finding;
import dev.dunwell.invoicing.IssueInvoice;
import dev.dunwell.invoicing.Issued;
import dev.dunwell.invoicing.IssuedDocuments;
import dev.dunwell.invoicing.SendInvoice;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invoicing for programs: contracts, work that is to be billed, and what was issued. */
@RestController
class InvoicingApi {

    private static final int MOST = 1000;

    private final Contracts contracts;
    private final RecordContract recordContract;
    private final ContractForm contractForm;
    private final Billables billables;
    private final AddBillable addBillable;
    private final WorkForm workForm;
    private final IssueInvoice issueInvoice;
    private final SendInvoice sendInvoice;
    private final IssuedDocuments documents;

    InvoicingApi(
            Contracts contracts,
            RecordContract recordContract,
            ContractForm contractForm,
            Billables billables,
            AddBillable addBillable,
            WorkForm workForm,
            IssueInvoice issueInvoice,
            SendInvoice sendInvoice,
            IssuedDocuments documents) {
        this.contracts = contracts;
        this.recordContract = recordContract;
        this.contractForm = contractForm;
        this.billables = billables;
        this.addBillable = addBillable;
        this.workForm = workForm;
        this.issueInvoice = issueInvoice;
        this.sendInvoice = sendInvoice;
        this.documents = documents;
    }

    record ContractJson(long id, String number, String title, String customer, String zone, String issue) {}

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

    record MadeJson(long id) {}

    @Operation(summary = "The contracts by number")
    @GetMapping("/api/v1/contracts")
    List<ContractJson> contracts() {
        return contracts.list(MOST).stream().map(InvoicingApi::json).toList();
    }

    @Operation(summary = "Take down a contract with one recurring line; fields as on the form, empty ones as usual")
    @PostMapping("/api/v1/contracts")
    @ResponseStatus(HttpStatus.CREATED)
    MadeJson record(Caller caller, @RequestBody Map<String, String> form) {
        ContractForm.Read read = contractForm.read(caller, form, Locale.ENGLISH);
        return new MadeJson(recordContract.record(caller.actor(), read.head(), List.of(read.line())));
    }

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

    private static ContractJson json(Contract contract) {
        return new ContractJson(
                contract.id(),
                contract.number(),
                contract.title(),
                contract.customerName(),
                contract.zone().getId(),
                contract.issue().code());
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
