package dev.dunwell.stages;

import dev.dunwell.collections.Explanation;
import dev.dunwell.collections.Journeys;
import dev.dunwell.collections.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The six stages of one invoice as a track: what is done, what was left out and why, what is current, what is planned
 * for when. Pure.
 */
public record Track(List<Leg> legs) {

    public Track {
        legs = List.copyOf(legs);
    }

    /** How far a stage is. */
    public enum State {
        DONE,
        CURRENT,
        PLANNED,
        /** Left out with a good reason. */
        SKIPPED,
        /** Left out, and the cause was ours. */
        MISSING,
        /** It was over before we looked, or the invoice is settled. */
        NOT_NEEDED
    }

    /**
     * One stage.
     *
     * @param on the day it was done or left out, is current since or is planned for; null where no day fits
     * @param why for what was left out
     */
    public record Leg(Stage stage, State state, @Nullable LocalDate on, String why) {}

    /**
     * @param happened to the invoice, oldest first
     * @param way where it stands; none when it is settled
     */
    public static Track of(List<Happening> happened, Optional<Journeys.Way> way) {
        List<Leg> legs = new ArrayList<>();
        int current = way.map(each -> each.station().stage().number()).orElse(0);
        for (Stage stage : Stage.values()) {
            legs.add(leg(stage, happened, way, current));
        }
        return new Track(legs);
    }

    private static Leg leg(Stage stage, List<Happening> happened, Optional<Journeys.Way> way, int current) {
        LocalDate doneOn = doneOn(stage, happened);
        LocalDate plannedOn = way.map(each -> planned(stage, each)).orElse(null);
        Optional<Happening> skipped = happened.stream()
                .filter(each -> each.isOf(Happening.Kind.SKIPPED, stage))
                .max(Comparator.comparing(Happening::on));
        if (stage.number() == current) {
            return new Leg(stage, State.CURRENT, doneOn, "");
        } else if (doneOn != null) {
            return new Leg(stage, State.DONE, doneOn, "");
        } else if (plannedOn != null) {
            return new Leg(stage, State.PLANNED, plannedOn, "");
        } else if (skipped.isPresent()) {
            boolean isMissing = skipped.get().state().equals("missing");
            return new Leg(
                    stage,
                    isMissing ? State.MISSING : State.SKIPPED,
                    skipped.get().until(),
                    skipped.get().detail());
        } else {
            return new Leg(stage, State.NOT_NEEDED, null, "");
        }
    }

    private static @Nullable LocalDate doneOn(Stage stage, List<Happening> happened) {
        Stream<Happening> done = switch (stage) {
            case SENT -> happened.stream().filter(each -> each.kind() == Happening.Kind.ISSUED);
            case DELIVERED ->
                happened.stream()
                        .filter(each -> each.isOf(Happening.Kind.STEP, stage)
                                || each.kind() == Happening.Kind.EVIDENCE && each.step() > 1);
            default -> happened.stream().filter(each -> each.isOf(Happening.Kind.STEP, stage));
        };
        return done.map(Happening::on).max(Comparator.naturalOrder()).orElse(null);
    }

    private static @Nullable LocalDate planned(Stage stage, Journeys.Way way) {
        return way.explanation().plan().stream()
                .filter(each -> each.step().stage() == stage)
                .filter(each -> each.state() == Explanation.State.DUE || each.state() == Explanation.State.PLANNED)
                .map(Explanation.Planned::on)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
