package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What collections does in a night and in a morning, for {@code NightShift} to call in order. */
@Component
public class RunNight {

    private final SettlePromises settlePromises;
    private final DecideAll decideAll;

    RunNight(SettlePromises settlePromises, DecideAll decideAll) {
        this.settlePromises = settlePromises;
        this.decideAll = decideAll;
    }

    /** Who kept their word? Judged from cash received up to and including today. */
    public void settlePromises(Organisation organisation, LocalDate today) {
        settlePromises.run(organisation, today);
    }

    /** Who hears from us next, and why? Decides every open item and writes the messages; safe to run twice. */
    public Tally decideAll(Organisation organisation, LocalDate today) {
        return decideAll.run(organisation, today);
    }

    /** A new day or a changed setting: decides again, writes to nobody. */
    public void refresh(Organisation organisation, LocalDate today) {
        settlePromises.run(organisation, today);
        decideAll.refresh(organisation, today);
    }
}
