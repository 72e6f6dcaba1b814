package dev.dunwell.demo;

import dev.dunwell.messaging.Deliver;
import dev.dunwell.nightshift.NightShift;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The nights of a story, and the mail that leaves in them. */
@Component
class NightVerbs implements Verb.Source {

    private final NightShift nightShift;
    private final Deliver deliver;
    private final Clock clock;
    private final Dawn dawn;

    NightVerbs(NightShift nightShift, Deliver deliver, Clock clock, Dawn dawn) {
        this.nightShift = nightShift;
        this.deliver = deliver;
        this.clock = clock;
        this.dawn = dawn;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(
                new Verb("night", (scene, _) -> night(scene)),
                new Verb("nights until DATE", this::nights),
                new Verb("deliver", (scene, _) -> deliver(scene)));
    }

    private void night(Scene scene) {
        nightShift.work(scene.organisation(), scene.today(), Dawn.CLOCK);
    }

    private void deliver(Scene scene) {
        deliver.run(scene.organisation(), clock.instant());
    }

    /** Quiet days: each with its night, after which the mail leaves. */
    private void nights(Scene scene, Words words) {
        words.expect("until");
        LocalDate until = words.date();
        words.checkNoneLeft();
        for (LocalDate day = scene.today(); !day.isAfter(until); day = day.plusDays(1)) {
            dawn.on(day, scene);
            night(scene);
            deliver(scene);
        }
    }
}
