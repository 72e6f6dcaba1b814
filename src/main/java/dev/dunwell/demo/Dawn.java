package dev.dunwell.demo;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.SetClock;
import dev.dunwell.collections.RunNight;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The beginning of a day in a story: the clock moves, and what is due is decided again, as every morning. */
@Component
class Dawn {

    static final Actor CLOCK = Actor.automation("story");

    private final SetClock setClock;
    private final RunNight runNight;

    Dawn(SetClock setClock, RunNight runNight) {
        this.setClock = setClock;
        this.runNight = runNight;
    }

    void on(LocalDate day, Scene scene) {
        if (!day.equals(scene.organisation().simulatedToday())) {
            Organisation organisation = setClock.set(day, CLOCK);
            scene.enter(organisation);
            runNight.refresh(organisation, day);
        }
    }
}
