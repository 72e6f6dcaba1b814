package dev.dunwell.nightshift;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Organisation;
import dev.dunwell.collections.NightRuns;
import dev.dunwell.collections.RunNight;
import dev.dunwell.credit.ConsiderAgency;
import dev.dunwell.credit.CreditReviews;
import dev.dunwell.credit.PaySegments;
import dev.dunwell.foresight.Foresee;
import dev.dunwell.jobs.RecurringJob;
import dev.dunwell.metrics.KeepBook;
import dev.dunwell.metrics.MailFigures;
import dev.dunwell.metrics.RaiseAlerts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Every schedule on one screen. Each organisation has its own day: what is due is asked of its zone's date and hour,
 * never counted from the last run, so a day with no midnight, or with two, has one night.
 */
@Configuration(proxyBeanMethods = false)
class Timetable {

    private static final Actor TIMETABLE = Actor.automation("timetable");

    /** At the organisation's hour, once a day; a night that was cut short goes on at once. */
    @Bean
    RecurringJob nightly(NightShift nightShift, NightRuns nights) {
        return job("night", Duration.ofSeconds(30), (organisation, now) -> {
            Optional<NightRuns.NightRun> last = nights.last();
            LocalDate today = organisation.today(Clock.fixed(now, ZoneOffset.UTC));
            if (last.isPresent() && !last.get().isFinished()) {
                nightShift.work(organisation, last.get().nightOn(), TIMETABLE);
            } else if (organisation.isNightHour(now)
                    && last.map(run -> run.nightOn().isBefore(today)).orElse(true)) {
                nightShift.work(organisation, today, TIMETABLE);
            }
        });
    }

    /**
     * When a new day begins: what was not overdue yesterday may be today. Done again after a restart, which is
     * harmless.
     */
    @Bean
    RecurringJob everyMorning(RunNight collections) {
        Map<Integer, LocalDate> begun = new ConcurrentHashMap<>();
        return job("morning", Duration.ofMinutes(1), (organisation, now) -> {
            LocalDate today = organisation.today(Clock.fixed(now, ZoneOffset.UTC));
            if (!organisation.isSimulated() && !today.equals(begun.put(organisation.id(), today))) {
                collections.refresh(organisation, today);
            }
        });
    }

    /** Once a day, from the facts up to the day before, which is over; at once where it was never done. */
    @Bean
    RecurringJob foresight(
            Foresee foresee, CreditReviews reviews, ConsiderAgency considerAgency, PaySegments segments) {
        return job("foresight", Duration.ofMinutes(5), (organisation, now) -> {
            LocalDate yesterday =
                    organisation.today(Clock.fixed(now, ZoneOffset.UTC)).minusDays(1);
            if (!foresee.isForeseen(yesterday)) {
                foresee.foresee(yesterday);
                reviews.open(yesterday);
                considerAgency.open(yesterday);
                segments.refresh(yesterday);
            }
        });
    }

    /** The kept days of the book, the alerts they give, and the paper that whoever gets it today is sent. */
    @Bean
    RecurringJob figures(KeepBook keepBook, RaiseAlerts raiseAlerts, MailFigures mailFigures) {
        return job("figures", Duration.ofMinutes(1), (organisation, now) -> {
            LocalDate today = organisation.today(Clock.fixed(now, ZoneOffset.UTC));
            if (keepBook.isDue(today, now)) {
                keepBook.keep(today);
                raiseAlerts.raise(organisation, today);
            }
            if (organisation.isSimulated() || organisation.isNightHour(now)) {
                mailFigures.send(organisation, today);
            }
        });
    }

    private interface Turn {
        void work(Organisation organisation, Instant now);
    }

    private static RecurringJob job(String name, Duration every, Turn turn) {
        return new RecurringJob() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration every() {
                return every;
            }

            @Override
            public void work(Organisation organisation, Instant now) {
                turn.work(organisation, now);
            }
        };
    }
}
