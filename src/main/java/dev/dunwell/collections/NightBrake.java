package dev.dunwell.collections;

import dev.dunwell.access.Actor;
import dev.dunwell.messaging.NightMail;
import dev.dunwell.reach.CurrentLimits;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Guards against a mass mistake: while a night is decided none of its messages leaves, and when it wants to write to
 * far more customers than usual none leaves before a person has looked.
 */
@Component
public class NightBrake {

    private static final int NIGHTS = 30;

    private final NightRuns nights;
    private final CurrentLimits limits;
    private final NightMail mail;

    NightBrake(NightRuns nights, CurrentLimits limits, NightMail mail) {
        this.nights = nights;
        this.limits = limits;
        this.mail = mail;
    }

    /** Before the first message of the night is written. */
    public void begin(LocalDate night, Actor actor) {
        mail.keep(night, actor);
    }

    /** After the last: lets them go, or keeps them and says why. */
    public void judge(LocalDate night, Tally tally, Actor actor) {
        List<Integer> before = nights.latest(NIGHTS).stream()
                .filter(run -> run.isFinished() && run.nightOn().isBefore(night))
                .map(NightRuns.NightRun::sent)
                .toList();
        mail.decided(
                night, Usual.of(before).objection(tally.sent(), limits.get().brake()), actor);
    }
}
