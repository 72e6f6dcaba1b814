package dev.dunwell.collections;

import dev.dunwell.messaging.Tone;
import java.util.Locale;

/**
 * One rung of a strategy: what is done, how, and how many days from the invoice's issue or due date. Whether its parts
 * fit is asked by {@link StrategyRules}, of all steps together.
 *
 * @param number its place in the strategy, from 1
 * @param name what people call it, such as "Second firm reminder"; stands in reasons
 * @param template the words of a channel that is written, empty for every other
 * @param tone in which the template speaks
 * @param offsetDays days from the anchor; negative is before it
 * @param days what counts as a day of the offset
 * @param release who lets it go
 * @param entry what must hold besides the day
 */
public record Step(
        int number,
        Stage stage,
        String name,
        Channel channel,
        String template,
        Tone tone,
        Anchor anchor,
        int offsetDays,
        Days days,
        Release release,
        Entry entry) {

    /** A plain step: calendar days, a neutral tone, no conditions. */
    public Step(
            int number,
            Stage stage,
            String name,
            Channel channel,
            String template,
            Anchor anchor,
            int offsetDays,
            boolean needsApproval) {
        this(
                number,
                stage,
                name,
                channel,
                template,
                Tone.NEUTRAL,
                anchor,
                offsetDays,
                Days.CALENDAR,
                needsApproval ? Release.APPROVE : Release.AUTOMATIC,
                Entry.ALWAYS);
    }

    /** The date of the invoice from which a step counts its days. */
    public enum Anchor {
        ISSUE,
        DUE;

        /** The name in the database and in the API, {@code due}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What counts as a day of the offset. */
    public enum Days {
        /** Every day; a step that lands on a quiet one moves to a working day. */
        CALENDAR,
        /** Working days of the organisation's calendar only. */
        BUSINESS;

        /** The name in the database and in the API, {@code business}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who lets a step go. */
    public enum Release {
        /** Nobody needs to: it goes by itself. */
        AUTOMATIC("automatic"),
        /** It is written, and waits for a person's yes. */
        APPROVE("after approval"),
        /** A person does it; the house only says that it is due. */
        MANUAL("by a person");

        private final String title;

        Release(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** The name in the database and in the API, {@code approve}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean needsApproval() {
        return release == Release.APPROVE;
    }

    public Step withNumber(int place) {
        return new Step(place, stage, name, channel, template, tone, anchor, offsetDays, days, release, entry);
    }

    public Step withTone(Tone spoken) {
        return new Step(number, stage, name, channel, template, spoken, anchor, offsetDays, days, release, entry);
    }

    /** The same by another channel. */
    public Step by(Channel other) {
        return new Step(number, stage, name, other, template, tone, anchor, offsetDays, days, release, entry);
    }

    public Step withEntry(Entry wanted) {
        return new Step(number, stage, name, channel, template, tone, anchor, offsetDays, days, release, wanted);
    }

    public Step withRelease(Release wanted) {
        return new Step(number, stage, name, channel, template, tone, anchor, offsetDays, days, wanted, entry);
    }

    /** Whether both bring words, or both are done in the same way by a person. */
    boolean isOfKind(Step other) {
        return channel.isWritten() ? other.channel.isWritten() : channel == other.channel;
    }

    /** The offset in calendar days, near enough to put steps in order. */
    int calendarDays() {
        return days == Days.BUSINESS ? offsetDays * 7 / 5 : offsetDays;
    }
}
