package dev.dunwell.demo;

import dev.dunwell.cases.JudgePlans;
import dev.dunwell.collections.NightRuns;
import dev.dunwell.collections.RunNight;
import dev.dunwell.messaging.Deliver;
import dev.dunwell.nightshift.NightShift;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The nights of a story, and the mail that leaves in them. */
@Component
class NightVerbs implements Verb.Source {

    /** What works at night. */
    @Component
    record Works(
            NightShift nightShift, NightRuns nightRuns, RunNight runNight, JudgePlans judgePlans, Deliver deliver) {}

    private final Works works;
    private final Dawn dawn;
    private final Clock clock;

    NightVerbs(Works works, Dawn dawn, Clock clock) {
        this.works = works;
        this.dawn = dawn;
        this.clock = clock;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(
                new Verb("night [cut-short|until DATE]", this::night),
                new Verb("deliver", (scene, _) -> works.deliver.run(scene.organisation(), clock.instant())));
    }

    /** Cut short, it has decided and written but delivered nothing, as when the power fails. */
    private void night(Scene scene, Words words) {
        if (words.skip("cut-short")) {
            works.nightRuns.begin(scene.organisation(), scene.today(), Dawn.CLOCK);
            works.runNight.settlePromises(scene.organisation(), scene.today());
            works.judgePlans.run(scene.today());
            works.runNight.decideAll(scene.organisation(), scene.today());
        } else if (words.skip("until")) {
            nights(scene, words.date());
        } else {
            works.nightShift.work(scene.organisation(), scene.today(), Dawn.CLOCK);
        }
        words.checkNoneLeft();
    }

    /** Quiet days, each with its night. */
    private void nights(Scene scene, LocalDate until) {
        for (LocalDate day = scene.today(); !day.isAfter(until); day = day.plusDays(1)) {
            dawn.on(day, scene);
            works.nightShift.work(scene.organisation(), day, Dawn.CLOCK);
        }
    }
}
