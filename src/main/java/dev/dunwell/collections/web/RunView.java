package dev.dunwell.collections.web;

import dev.dunwell.collections.NightRuns;
import dev.dunwell.collections.ReasonCode;
import dev.dunwell.collections.Stage;
import dev.dunwell.collections.Tonight;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What collections/run shows: what a night will send and what not, and why.
 *
 * @param nightAt when it begins, in the organisation's zone
 * @param ran the same night if it has run already, else null
 * @param note what becomes of the mail, one sentence
 * @param may what the reader may do here
 */
public record RunView(
        Tonight.Preview night, LocalTime nightAt, NightRuns.@Nullable NightRun ran, String note, May may) {

    /**
     * What the reader may do.
     *
     * @param runNow starting the night at once, offered while the day is simulated
     */
    public record May(boolean approve, boolean hold, boolean switchMail, boolean runNow) {}

    /**
     * Messages of one stage.
     *
     * @param customers how many there are, of which the first few hundred are rows
     */
    public record Sending(Stage stage, int customers, List<Tonight.Line> rows) {}

    /**
     * Customers of whom something is held for one reason.
     *
     * @param items how many open items there are
     */
    public record Holding(ReasonCode code, int items, List<Tonight.Line> rows) {

        public String words() {
            return ReasonWords.of(code);
        }

        public String anchor() {
            return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean isApproval() {
            return code == ReasonCode.APPROVAL_PENDING;
        }
    }

    public List<Sending> sending() {
        return Arrays.stream(Stage.values())
                .filter(stage -> night.byStage().containsKey(stage.number()))
                .map(stage -> new Sending(
                        stage,
                        night.byStage().getOrDefault(stage.number(), 0),
                        night.sending().stream()
                                .filter(line -> line.stage() == stage.number())
                                .toList()))
                .toList();
    }

    /** What waits for a person comes first. */
    public List<Holding> holding() {
        return night.reasons().entrySet().stream()
                .map(reason -> new Holding(
                        reason.getKey(),
                        reason.getValue(),
                        night.holding().stream()
                                .filter(line -> line.code() == reason.getKey())
                                .toList()))
                .sorted((a, b) -> Boolean.compare(b.isApproval(), a.isApproval()))
                .toList();
    }

    public boolean isEmpty() {
        return night.sent() == 0 && night.held() == 0;
    }
}
