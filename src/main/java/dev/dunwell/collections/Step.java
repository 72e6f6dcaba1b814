package dev.dunwell.collections;

/**
 * One rung of a strategy: what is done, how, and how many days from the invoice's issue or due date.
 *
 * @param number its place in the strategy, from 1
 * @param name what people call it, such as "Second firm reminder"; stands in reasons
 * @param template the letter of a {@link Channel#MAIL}, empty for every other channel
 * @param offsetDays calendar days from the anchor; negative is before it
 * @param needsApproval whether the mail waits for a person even when the customer runs by itself
 */
public record Step(
        int number,
        Stage stage,
        String name,
        Channel channel,
        String template,
        Anchor anchor,
        int offsetDays,
        boolean needsApproval) {

    /** The date of the invoice from which a step counts its days. */
    public enum Anchor {
        ISSUE,
        DUE
    }

    public Step {
        refuseIf(number < 1, number, name, "is numbered from 1");
        refuseIf(name.isBlank(), number, name, "needs a name");
        refuseIf(channel == Channel.MAIL && template.isBlank(), number, name, "is a mail and needs a template");
        refuseIf(channel != Channel.MAIL && !template.isEmpty(), number, name, "is no mail; leave its template empty");
        refuseIf(channel != Channel.MAIL && needsApproval, number, name, "is no mail; only mails need approval");
        refuseIf(
                channel == Channel.ACCOUNTING && stage != Stage.SENT,
                number,
                name,
                "is done by accounting and belongs to the first stage");
        refuseIf(
                stage.followsDueDate() && (anchor != Anchor.DUE || offsetDays < 1),
                number,
                name,
                "must come at least 1 day after the due date, as every inquiry and all above it");
        refuseIf(
                !stage.followsDueDate() && anchor == Anchor.DUE && offsetDays >= 0,
                number,
                name,
                "would lapse unsent; below the inquiry count days before the due date");
        refuseIf(
                anchor == Anchor.ISSUE && offsetDays < (channel == Channel.ACCOUNTING ? 0 : 1),
                number,
                name,
                "must come after the issue date");
    }

    private static void refuseIf(boolean wrong, int number, String name, String what) {
        if (wrong) {
            throw new IllegalArgumentException("step " + number + " (" + name + ") " + what);
        }
    }
}
