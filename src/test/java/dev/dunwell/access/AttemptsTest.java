package dev.dunwell.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private final Watch watch = new Watch();
    private final Attempts attempts = new Attempts(3, Duration.ofMinutes(15), watch);

    @Test
    void the_fourth_attempt_waits_for_the_rest_of_the_window() {
        IntStream.range(0, 3).forEach(_ -> assertThat(attempts.count("a")).isZero());
        watch.pass(Duration.ofMinutes(10));

        assertThat(attempts.count("a")).isEqualTo(Duration.ofMinutes(5));
        assertThat(attempts.count("b")).isZero();
    }

    @Test
    void a_new_window_begins_when_the_old_one_ends() {
        IntStream.range(0, 10).forEach(_ -> attempts.count("a"));
        watch.pass(Duration.ofMinutes(15));

        assertThat(attempts.count("a")).isZero();
    }

    @Test
    void a_good_attempt_taken_back_leaves_the_bad_ones_counted() {
        IntStream.range(0, 2).forEach(_ -> attempts.count("a"));
        attempts.count("a");
        attempts.takeBack("a");

        assertThat(attempts.count("a")).isZero();
        assertThat(attempts.count("a")).isPositive();
    }

    @Test
    void a_good_attempt_can_forgive_the_bad_ones() {
        IntStream.range(0, 3).forEach(_ -> attempts.count("a"));
        attempts.forget("a");

        assertThat(attempts.count("a")).isZero();
    }

    @Test
    void a_crowd_at_the_same_moment_gets_no_more_than_the_limit() throws Exception {
        Callable<Duration> attempt = () -> attempts.count("a");
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            long let = crowd
                    .invokeAll(IntStream.range(0, 50).mapToObj(_ -> attempt).toList())
                    .stream()
                    .filter(wait -> wait.resultNow().isZero())
                    .count();
            assertThat(let).isEqualTo(3);
        }
    }

    /** A clock that goes on when it is told to. */
    private static final class Watch extends Clock {

        private Instant now = Instant.parse("2026-11-23T09:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
