package dev.dunwell.invoicing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agreements.Billing;
import dev.dunwell.agreements.ChangeContract;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Contracts;
import dev.dunwell.agreements.DuePeriod;
import dev.dunwell.agreements.RecordContract;
import dev.dunwell.agreements.RecurringLine;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Contracts for programs: what was agreed, what it bills next, and what is agreed anew. */
@RestController
class ContractsApi {

    private static final int MOST = 1000;

    private final Contracts contracts;
    private final RecordContract recordContract;
    private final ChangeContract changeContract;
    private final ContractForm contractForm;

    ContractsApi(
            Contracts contracts,
            RecordContract recordContract,
            ChangeContract changeContract,
            ContractForm contractForm) {
        this.contracts = contracts;
        this.recordContract = recordContract;
        this.changeContract = changeContract;
        this.contractForm = contractForm;
    }

    record ContractJson(long id, String number, String title, String customer, String zone, String issue) {

        static ContractJson of(Contract contract) {
            return new ContractJson(
                    contract.id(),
                    contract.number(),
                    contract.title(),
                    contract.customerName(),
                    contract.zone().getId(),
                    contract.issue().code());
        }
    }

    /** @param billedUntil the first day that is not billed yet */
    record LineJson(
            long id,
            String description,
            BigDecimal quantity,
            String unit,
            String currency,
            String tax,
            String rule,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            LocalDate billedUntil) {

        static LineJson of(RecurringLine line) {
            RecurringLine.Item item = line.item();
            return new LineJson(
                    line.id(),
                    item.description(),
                    item.quantity(),
                    item.unit(),
                    item.currency().getCurrencyCode(),
                    item.tax(),
                    line.recurrence().rule(),
                    line.term().firstDay(),
                    line.term().lastDay(),
                    line.billedUntil());
        }
    }

    /** @param amount net */
    record PeriodJson(
            long line, LocalDate firstDay, LocalDate lastDay, LocalDate billOn, BigDecimal amount, String currency) {

        static PeriodJson of(DuePeriod due) {
            return new PeriodJson(
                    due.lineId(),
                    due.delivered().from(),
                    due.delivered().lastDay(),
                    due.billOn(),
                    due.amount().amount(),
                    due.amount().currency().getCurrencyCode());
        }
    }

    /** @param next what it bills within a year from today */
    record OneJson(ContractJson contract, List<LineJson> lines, List<PeriodJson> next) {}

    record MadeJson(long id) {}

    @Operation(summary = "The contracts by number")
    @GetMapping("/api/v1/contracts")
    List<ContractJson> contracts() {
        return contracts.list(MOST).stream().map(ContractJson::of).toList();
    }

    @Operation(summary = "A contract with its lines and what they bill within a year")
    @GetMapping("/api/v1/contracts/{id}")
    OneJson one(Caller caller, @PathVariable long id) {
        Contract contract = contracts.byId(id).orElseThrow(() -> new NotFound("contract"));
        List<RecurringLine> lines =
                contracts.lines(id).stream().map(Contracts.Line::recurring).toList();
        LocalDate horizon = caller.today().plusYears(1);
        return new OneJson(
                ContractJson.of(contract),
                lines.stream().map(LineJson::of).toList(),
                lines.stream()
                        .flatMap(line -> Billing.upTo(line, horizon).stream())
                        .map(PeriodJson::of)
                        .toList());
    }

    @Operation(summary = "Take down a contract with one recurring line; fields as on the form, empty ones as usual")
    @PostMapping("/api/v1/contracts")
    @ResponseStatus(HttpStatus.CREATED)
    MadeJson record(Caller caller, @RequestBody Map<String, String> form) {
        ContractForm.Read read = contractForm.read(caller, form, Locale.ENGLISH);
        return new MadeJson(recordContract.record(caller.actor(), read.head(), List.of(read.line())));
    }

    @Operation(
            summary =
                    "Agree a price, one more line, a pause or the end, named in \"what\"; days that are billed are refused")
    @PostMapping("/api/v1/contracts/{id}/changes")
    OneJson change(Caller caller, @PathVariable long id, @RequestBody Map<String, String> form) {
        changeContract.change(caller.actor(), id, contractForm.change(caller, id, form, Locale.ENGLISH));
        return one(caller, id);
    }
}
