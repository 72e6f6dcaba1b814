package dev.dunwell.cases.web;

import dev.dunwell.access.Caller;
import dev.dunwell.cases.ChronicDebtors;
import dev.dunwell.cases.DebtorFlag;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who pays late as a habit, for programs. */
@RestController
class ChronicApi {

    private final ChronicDebtors debtors;
    private final Customers customers;

    ChronicApi(ChronicDebtors debtors, Customers customers) {
        this.debtors = debtors;
        this.customers = customers;
    }

    record Why(String reason) {}

    record FlagJson(
            String reason,
            String evidence,
            LocalDate fromOn,
            String author,
            @Nullable LocalDate endedOn,
            @Nullable String endReason) {

        static FlagJson of(DebtorFlag flag) {
            DebtorFlag.End end = flag.end();
            return new FlagJson(
                    flag.reason(),
                    flag.evidence(),
                    flag.fromOn(),
                    flag.author(),
                    end == null ? null : end.on(),
                    end == null ? null : end.reason());
        }
    }

    @Operation(summary = "What was said of a customer who pays late as a habit, the latest first")
    @GetMapping("/api/v1/customers/{number}/chronic")
    List<FlagJson> flags(@PathVariable String number) {
        return debtors.history(id(number)).stream().map(FlagJson::of).toList();
    }

    @Operation(summary = "Say that a customer pays late as a habit; for credit managers")
    @PutMapping("/api/v1/customers/{number}/chronic")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void flag(Caller caller, @PathVariable String number, @RequestBody Why why) {
        debtors.flag(caller, id(number), why.reason);
    }

    @Operation(summary = "Take it back; for credit managers")
    @DeleteMapping("/api/v1/customers/{number}/chronic")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(Caller caller, @PathVariable String number, @RequestParam String reason) {
        debtors.clear(caller, id(number), reason);
    }

    private long id(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }
}
