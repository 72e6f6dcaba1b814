package dev.dunwell.stages.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.LateReason;
import dev.dunwell.collections.LateReasons;
import dev.dunwell.collections.PressureQuestion;
import dev.dunwell.stages.Compliance;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether every step was taken, and the reasons for paying late, for programs. */
@RestController
class ComplianceApi {

    private final Compliance compliance;
    private final LateReasons reasons;

    ComplianceApi(Compliance compliance, LateReasons reasons) {
        this.compliance = compliance;
        this.reasons = reasons;
    }

    /** @param percent of the invoices of which every step was taken or rightly left out */
    record Share(
            String cut,
            String name,
            int invoices,
            int whole,
            BigDecimal percent,
            int taken,
            int skipped,
            int missing) {}

    @Operation(summary = "Share of invoices with every step taken or rightly left out, by stage, collector and month")
    @GetMapping("/api/v1/compliance")
    List<Share> shares(Caller caller, CompliancePage.Asked asked) {
        return compliance.shares(asked.period(caller.today())).stream()
                .map(each -> new Share(
                        each.cut().name().toLowerCase(Locale.ROOT),
                        each.name(),
                        each.invoices(),
                        each.whole(),
                        each.percent(),
                        each.taken(),
                        each.skipped(),
                        each.missing()))
                .toList();
    }

    /** @param doubts what the reason puts in question before pressure; null for nothing */
    record Reason(
            String code,
            String title,
            String group,
            @Nullable String doubts) {}

    @Operation(summary = "The reasons for paying late that an inquiry may be closed with")
    @GetMapping("/api/v1/late-reasons")
    List<Reason> reasons(Caller caller) {
        return reasons.all().stream()
                .map(each -> new Reason(each.code(), each.title(), each.group().title(), doubts(each)))
                .toList();
    }

    private static @Nullable String doubts(LateReason reason) {
        PressureQuestion doubts = reason.doubts();
        return doubts == null ? null : doubts.code();
    }

    record NewReason(String code, String title, @Nullable String doubts) {}

    @Operation(summary = "Add a reason for paying late")
    @PostMapping("/api/v1/late-reasons")
    @ResponseStatus(HttpStatus.CREATED)
    void add(Caller caller, @RequestBody NewReason asked) {
        reasons.add(
                caller,
                asked.code,
                asked.title,
                PressureQuestion.ofCode(asked.doubts).orElse(null));
    }
}
