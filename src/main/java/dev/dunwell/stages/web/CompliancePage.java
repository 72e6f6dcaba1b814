package dev.dunwell.stages.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.LateReason;
import dev.dunwell.collections.LateReasons;
import dev.dunwell.stages.Compliance;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whether every step of every invoice was taken or rightly left out, each figure opening into its steps. */
@Controller
class CompliancePage {

    private static final int SHOWN = 200;
    private static final int MOST = 1_000_000;

    private final Compliance compliance;
    private final LateReasons reasons;

    CompliancePage(Compliance compliance, LateReasons reasons) {
        this.compliance = compliance;
        this.reasons = reasons;
    }

    /** What the address asks for; everything may be missing. */
    record Asked(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String kind,
            @Nullable Integer stage,
            @Nullable String collector,
            @Nullable String month) {

        /** The two months before this one, and this one. */
        Compliance.Period period(LocalDate today) {
            LocalDate last = to == null ? today : to;
            LocalDate first = from == null ? last.withDayOfMonth(1).minusMonths(2) : from;
            if (first.isAfter(last)) {
                throw BadInput.in("from", "The period ends before it begins: give an earlier first day.");
            }
            return new Compliance.Period(first, last, today);
        }

        Compliance.Filter filter() {
            return new Compliance.Filter(kind == null ? "missing" : kind, stage, collector, month);
        }
    }

    @GetMapping("/compliance")
    ModelAndView show(Caller caller, Asked asked) {
        Compliance.Period period = asked.period(caller.today());
        List<Compliance.StepRow> rows = compliance.steps(period, asked.filter(), SHOWN + 1);
        return new ModelAndView("stages/compliance")
                .addObject(
                        "view",
                        new ComplianceView(
                                period,
                                asked.filter(),
                                compliance.shares(period),
                                rows.subList(0, Math.min(rows.size(), SHOWN)),
                                rows.size() > SHOWN,
                                compliance.unreminded(caller.today(), SHOWN),
                                reasons(period)));
    }

    private List<ComplianceView.Reason> reasons(Compliance.Period period) {
        Map<String, String> titles = new HashMap<>();
        reasons.all().forEach(reason -> titles.put(reason.code(), reason.title()));
        titles.put(LateReason.NO_ANSWER, "No answer");
        return compliance.reasons(period).stream()
                .map(each -> new ComplianceView.Reason(
                        titles.getOrDefault(each.code(), each.code().replace('_', ' ')), each.invoices()))
                .toList();
    }

    @GetMapping("/compliance.csv")
    void csv(Caller caller, Asked asked, HttpServletResponse response) throws IOException {
        Compliance.Period period = asked.period(caller.today());
        try (Csv csv = Csv.download(
                response,
                "compliance-%s-%s.csv".formatted(period.from(), period.to()),
                "invoice",
                "customer",
                "name",
                "collector",
                "stage",
                "step",
                "on",
                "kind",
                "reason")) {
            for (Compliance.StepRow row : compliance.steps(period, asked.filter(), MOST)) {
                csv.row(
                        row.invoice(),
                        row.customer(),
                        row.customerName(),
                        row.owner(),
                        row.stage(),
                        HappeningWords.step(row.step(), row.name()),
                        row.on(),
                        row.kind(),
                        row.reason());
            }
        }
    }
}
