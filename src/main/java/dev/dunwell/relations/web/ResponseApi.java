package dev.dunwell.relations.web;

import dev.dunwell.access.Caller;
import dev.dunwell.relations.Answering;
import dev.dunwell.relations.Answering.Cut;
import dev.dunwell.relations.Answering.Figures;
import dev.dunwell.relations.ResponseTimes;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How fast payers are answered, for programs. Times are minutes of business time. */
@RestController
class ResponseApi {

    static final String FORMULA = "first answer of a person − question received, in business hours; running ones apart";

    private final ResponseTimes responseTimes;

    ResponseApi(ResponseTimes responseTimes) {
        this.responseTimes = responseTimes;
    }

    /** @param key a person, a customer's number, a month; empty for nobody or for all */
    record Line(
            String part,
            String key,
            int answered,
            int running,
            @Nullable Long medianMinutes,
            @Nullable Long meanMinutes,
            @Nullable Long p90Minutes,
            @Nullable Long longestRunningMinutes) {

        static Line of(String part, String key, Figures figures) {
            return new Line(
                    part,
                    key,
                    figures.answered(),
                    figures.running(),
                    minutes(figures.median()),
                    minutes(figures.mean()),
                    minutes(figures.p90()),
                    minutes(figures.longest()));
        }

        private static @Nullable Long minutes(@Nullable Duration time) {
            return time == null ? null : time.toMinutes();
        }
    }

    /** @param typicalHours what payers are told: nine of ten within so many hours; null while there are too few */
    record Response(
            LocalDate from,
            LocalDate to,
            LocalDate asOf,
            String formula,
            @Nullable Integer typicalHours,
            List<Line> lines) {}

    @Operation(summary = "Response times to questions, disputes and mails: all, by person, customer and month")
    @GetMapping("/api/v1/response-times")
    Response times(Caller caller, PeriodAsked asked) {
        Answering answering = responseTimes.of(caller.organisation(), asked.period(caller.today()));
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("all", "", answering.all()));
        Arrays.stream(Cut.values())
                .forEach(cut -> answering
                        .by(cut)
                        .forEach(part ->
                                lines.add(Line.of(cut.name().toLowerCase(Locale.ROOT), part.key(), part.figures()))));
        Optional<ResponseTimes.Typical> typical = responseTimes.typical(caller.organisation());
        return new Response(
                answering.period().from(),
                answering.period().to(),
                answering.period().asOf(),
                FORMULA,
                typical.map(ResponseTimes.Typical::hours).orElse(null),
                lines);
    }
}
