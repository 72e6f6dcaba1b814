package dev.dunwell.agencies.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agencies.Agencies;
import dev.dunwell.agencies.Agency;
import dev.dunwell.agencies.FeeTerms;
import dev.dunwell.kernel.Money;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The agencies for programs: their terms, and how each did. */
@RestController
class AgenciesApi {

    private final Agencies agencies;

    AgenciesApi(Agencies agencies) {
        this.agencies = agencies;
    }

    record StepJson(int fromDays, BigDecimal percent) {}

    /** What an agency asks for in one currency; {@code least} is what must be open on an invoice. */
    record TermsJson(String currency, BigDecimal least, BigDecimal fixedFee, List<StepJson> percents) {}

    /**
     * How it did in one currency, over all that was ever placed with it.
     *
     * @param share percent of the amount placed that came in
     * @param days from the placing to the money on average; missing when nothing came in
     * @param cost its fees
     */
    record ScoreJson(
            String currency,
            int placed,
            BigDecimal amount,
            BigDecimal recovered,
            BigDecimal share,
            @Nullable Integer days,
            BigDecimal cost,
            int complaints) {}

    /** @param leastDays takes only what is overdue for so many days */
    record AgencyJson(
            long id,
            String name,
            String contact,
            String email,
            String phone,
            int leastDays,
            List<TermsJson> terms,
            List<ScoreJson> scores) {}

    @Operation(summary = "The agencies by name, with their terms and their scores")
    @GetMapping("/api/v1/agencies")
    List<AgencyJson> all(Caller caller) {
        List<Agencies.Score> scores = agencies.scorecard();
        return agencies.all().stream().map(agency -> json(agency, scores)).toList();
    }

    private static AgencyJson json(Agency agency, List<Agencies.Score> scores) {
        return new AgencyJson(
                agency.id(),
                agency.name(),
                agency.contact(),
                agency.email(),
                agency.phone(),
                agency.leastDays(),
                agency.terms().stream().map(AgenciesApi::json).toList(),
                scores.stream()
                        .filter(score -> score.agencyId() == agency.id())
                        .map(AgenciesApi::json)
                        .toList());
    }

    private static TermsJson json(FeeTerms terms) {
        return new TermsJson(
                currency(terms.least()),
                terms.least().amount(),
                terms.fixed().amount(),
                terms.steps().stream()
                        .map(step -> new StepJson(step.fromDays(), step.percent()))
                        .toList());
    }

    private static ScoreJson json(Agencies.Score score) {
        return new ScoreJson(
                currency(score.amount()),
                score.placed(),
                score.amount().amount(),
                score.recovered().amount(),
                score.share(),
                score.days(),
                score.cost().amount(),
                score.complaints());
    }

    private static String currency(Money money) {
        return money.currency().getCurrencyCode();
    }
}
