package dev.dunwell.relations.web;

import dev.dunwell.access.Caller;
import dev.dunwell.relations.Opinions;
import dev.dunwell.relations.Opinions.Cut;
import dev.dunwell.relations.Opinions.Figures;
import dev.dunwell.relations.Satisfaction;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What payers say after they paid, for programs. */
@RestController
class SatisfactionApi {

    static final String FORMULA = "answers of 4 and 5 ÷ all answers; response rate = answers ÷ asked";

    private final Satisfaction satisfaction;

    SatisfactionApi(Satisfaction satisfaction) {
        this.satisfaction = satisfaction;
    }

    /** @param key a customer's number, a segment, a collector, a month; empty for all or none */
    record Line(
            String part,
            String key,
            int asked,
            int answered,
            @Nullable BigDecimal csatPercent,
            @Nullable BigDecimal responsePercent,
            @Nullable BigDecimal meanScore) {

        static Line of(String part, String key, Figures figures) {
            return new Line(
                    part,
                    key,
                    figures.asked(),
                    figures.answered(),
                    figures.csat(),
                    figures.responseRate(),
                    figures.mean());
        }
    }

    record Said(LocalDate from, LocalDate to, LocalDate asOf, String formula, List<Line> lines) {}

    @Operation(summary = "Satisfaction after payment: in all, by customer, segment, collector and month")
    @GetMapping("/api/v1/satisfaction")
    Said said(Caller caller, PeriodAsked asked) {
        Opinions all = satisfaction.of(asked.period(caller.today()));
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("all", "", all.all()));
        Arrays.stream(Cut.values())
                .forEach(cut ->
                        all.by(cut).forEach(part -> lines.add(Line.of(cut.code(), part.key(), part.figures()))));
        return new Said(all.period().from(), all.period().to(), all.period().asOf(), FORMULA, lines);
    }
}
