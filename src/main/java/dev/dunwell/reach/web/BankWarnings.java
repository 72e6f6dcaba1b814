package dev.dunwell.reach.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Warnings;
import dev.dunwell.reach.BankData;
import dev.dunwell.reach.Freshness;
import dev.dunwell.web.Notice;
import dev.dunwell.web.Show;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** While bank data is stale every page says so, and where to mend it: one task instead of one for each customer. */
@Component
class BankWarnings implements Warnings {

    private final Freshness freshness;

    BankWarnings(Freshness freshness) {
        this.freshness = freshness;
    }

    @Override
    public List<Notice> of(Caller caller) {
        BankData bank = freshness.of(caller.organisation(), caller.today());
        if (!bank.isStale()) {
            return List.of();
        }
        LocalDate last = bank.lastOn();
        var show =
                new Show(caller.organisation().locale(), caller.organisation().zone(), caller.today());
        String text = last == null
                ? "No payment was ever recorded: demands wait until bank data is there."
                : "Bank data is of " + show.dayText(last) + ": demands wait until it is fresh.";
        return List.of(new Notice(
                text, "Bring it in", caller.may("GET /settings/contact") ? "/settings/contact" : "/imports"));
    }
}
