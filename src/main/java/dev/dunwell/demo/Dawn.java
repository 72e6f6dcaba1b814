package dev.dunwell.demo;

import dev.dunwell.access.Actor;
import dev.dunwell.access.SetClock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The beginning of a day in a story: the organisation's clock moves on. */
@Component
class Dawn {

    static final Actor CLOCK = Actor.automation("story");

    private final SetClock setClock;

    Dawn(SetClock setClock) {
        this.setClock = setClock;
    }

    void on(LocalDate day, Scene scene) {
        if (!day.equals(scene.organisation().simulatedToday())) {
            scene.enter(setClock.set(day, CLOCK));
        }
    }
}
