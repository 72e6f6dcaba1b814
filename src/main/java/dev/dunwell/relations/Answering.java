package dev.dunwell.relations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Requests with the business time each took, and the figures made of them. Pure. */
public record Answering(Period period, BusinessHours hours, List<Timed> requests) {

    /** A request and the business time until it was answered; while nobody has, until now. */
    public record Timed(Request request, Duration took) {

        public boolean isAnswered() {
            return request.answered() != null;
        }

        /** Whether its clock runs. */
        public boolean isRunning() {
            return request.answered() == null && !request.isPutAside();
        }

        public String state() {
            return isAnswered() ? "answered" : isRunning() ? "running" : "put_aside";
        }
    }

    /** By what requests are parted. */
    public enum Cut {
        PERSON,
        CUSTOMER,
        MONTH
    }

    /**
     * What came of requests. Median, mean and 90th percentile are of those answered; null when none is.
     *
     * @param putAside mails that somebody read and that needed no answer
     * @param longest of those whose clock runs, null when none does
     */
    public record Figures(
            int answered,
            int running,
            int putAside,
            @Nullable Duration median,
            @Nullable Duration mean,
            @Nullable Duration p90,
            @Nullable Duration longest) {

        /** Requests that asked for an answer. */
        public int asked() {
            return answered + running;
        }

        static Figures of(Collection<Timed> requests) {
            List<Duration> answered = took(requests, Timed::isAnswered);
            List<Duration> running = took(requests, Timed::isRunning);
            return new Figures(
                    answered.size(),
                    running.size(),
                    requests.size() - answered.size() - running.size(),
                    Answering.median(answered),
                    Answering.mean(answered),
                    percentile(answered, 90),
                    running.isEmpty() ? null : running.getLast());
        }

        private static List<Duration> took(Collection<Timed> requests, Predicate<Timed> which) {
            return requests.stream().filter(which).map(Timed::took).sorted().toList();
        }
    }

    /** The requests of one part, by its name: a person, a customer's number and name, a month. */
    public record Part(String key, String name, Figures figures) {}

    public Figures all() {
        return Figures.of(requests);
    }

    /** Whoever has most running first; months in their order. */
    public List<Part> by(Cut cut) {
        Map<String, List<Timed>> parts = new TreeMap<>();
        requests.forEach(each -> parts.computeIfAbsent(key(cut, each.request()), _ -> new ArrayList<>())
                .add(each));
        List<Part> named = new ArrayList<>();
        parts.forEach(
                (key, each) -> named.add(new Part(key, name(cut, each.getFirst().request()), Figures.of(each))));
        if (cut != Cut.MONTH) {
            named.sort(Comparator.comparing((Part part) -> -part.figures().running())
                    .thenComparing(part -> -part.figures().answered())
                    .thenComparing(Part::key));
        }
        return named;
    }

    /** The rows behind a figure; null for any. */
    public Answering only(
            @Nullable String person, @Nullable String customer, @Nullable String month, @Nullable String state) {
        return new Answering(
                period,
                hours,
                requests.stream()
                        .filter(each -> isOf(person, each.request().person())
                                && isOf(customer, each.request().whose().number())
                                && isOf(month, each.request().month())
                                && isOf(state, each.state()))
                        .toList());
    }

    private static boolean isOf(@Nullable String asked, String given) {
        return asked == null || asked.equals(given);
    }

    private static String key(Cut cut, Request request) {
        return switch (cut) {
            case PERSON -> request.person();
            case CUSTOMER -> request.whose().number();
            case MONTH -> request.month();
        };
    }

    private static String name(Cut cut, Request request) {
        return cut == Cut.CUSTOMER ? request.whose().name() : key(cut, request);
    }

    /** The one in the middle, of an even number the mean of the two. */
    static @Nullable Duration median(List<Duration> sorted) {
        if (sorted.isEmpty()) {
            return null;
        }
        Duration upper = sorted.get(sorted.size() / 2);
        return sorted.size() % 2 == 1
                ? upper
                : upper.plus(sorted.get(sorted.size() / 2 - 1)).dividedBy(2);
    }

    static @Nullable Duration mean(List<Duration> each) {
        return each.isEmpty()
                ? null
                : each.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(each.size());
    }

    /** The smallest that so many percent of all do not exceed (nearest rank). */
    static @Nullable Duration percentile(List<Duration> sorted, int percent) {
        return sorted.isEmpty() ? null : sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    /** Those whose clock runs, the longest first. */
    public List<Timed> running() {
        List<Timed> running =
                new ArrayList<>(requests.stream().filter(Timed::isRunning).toList());
        running.sort(Collections.reverseOrder(Comparator.comparing(Timed::took)));
        return running;
    }
}
