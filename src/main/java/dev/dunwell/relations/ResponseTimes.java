package dev.dunwell.relations;

import dev.dunwell.access.Organisation;
import dev.dunwell.relations.Answering.Timed;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How fast a person answers what payers ask: the clock of each question, dispute and mail runs in business hours until
 * the first answer of a person, stops for nothing else and begins once. Source: glossary, section 3, first-response
 * time.
 */
@Component
public class ResponseTimes {

    /** With fewer answers nothing is claimed towards payers. */
    static final int ENOUGH = 5;

    private final Requests requests;
    private final WorkingTimes workingTimes;
    private final Clock clock;

    ResponseTimes(Requests requests, WorkingTimes workingTimes, Clock clock) {
        this.requests = requests;
        this.workingTimes = workingTimes;
        this.clock = clock;
    }

    /**
     * What payers may be told: nine of ten requests of the last ninety days were answered within so many hours of work.
     *
     * @param hours rounded up to whole hours of work
     * @param workingDays the same in whole days of work
     * @param answers how many answers it is made of
     */
    public record Typical(int hours, int workingDays, int answers) {}

    /** The requests that came in the period, each with its business time. */
    @Transactional(readOnly = true)
    public Answering of(Organisation here, Period period) {
        return timed(here, period, null);
    }

    /** The same of one customer. */
    @Transactional(readOnly = true)
    public Answering ofCustomer(Organisation here, Period period, long customerId) {
        return timed(here, period, customerId);
    }

    private Answering timed(Organisation here, Period period, @Nullable Long customerId) {
        BusinessHours hours = workingTimes.of(here);
        Moment now = now(here, period.asOf());
        List<Timed> timed = requests.of(period, customerId, here.zone()).stream()
                .map(each ->
                        new Timed(each, hours.between(each.asked(), Objects.requireNonNullElse(each.answered(), now))))
                .toList();
        return new Answering(period, hours, timed);
    }

    /** For the payer's page: "typically answers within …"; empty while there are too few answers to say so. */
    @Transactional(readOnly = true)
    public Optional<Typical> typical(Organisation here) {
        Answering answering = of(here, Period.upTo(here.today(clock)));
        Answering.Figures figures = answering.all();
        Duration within = figures.p90();
        if (within == null || figures.answered() < ENOUGH) {
            return Optional.empty();
        }
        return Optional.of(new Typical(
                (int) Math.max(1, up(within, Duration.ofHours(1))),
                (int) Math.max(1, up(within, answering.hours().day())),
                figures.answered()));
    }

    private static long up(Duration time, Duration unit) {
        return Math.ceilDiv(time.toSeconds(), unit.toSeconds());
    }

    /** This very moment on the organisation's real day; of a past or simulated one its end. */
    private Moment now(Organisation here, LocalDate asOf) {
        return Moment.of(asOf, here.isSimulated() ? null : clock.instant(), here.zone());
    }
}
