package dev.dunwell.collections.web;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.collections.ReasonCode;
import dev.dunwell.collections.Stage;
import dev.dunwell.collections.Tonight;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/**
 * What collections/outlook shows: tonight in numbers, from what was decided last.
 *
 * @param nightAt when the night begins, in the organisation's zone
 * @param note what becomes of the mail
 */
public record OutlookView(LocalTime nightAt, List<Sent> sending, List<Held> holding, String note) {

    /** Items whose step would be sent, by stage. */
    public record Sent(Stage stage, int items) {}

    /** Items held for one reason. */
    public record Held(ReasonCode code, int items) {

        public String words() {
            return ReasonWords.of(code);
        }

        public String anchor() {
            return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static OutlookView of(Organisation organisation, Tonight.Outlook outlook) {
        return new OutlookView(
                organisation.nightAt(),
                outlook.sending().entrySet().stream()
                        .map(line -> new Sent(Stage.values()[line.getKey() - 1], line.getValue()))
                        .toList(),
                outlook.holding().entrySet().stream()
                        .map(line -> new Held(line.getKey(), line.getValue()))
                        .toList(),
                note(organisation));
    }

    public int sent() {
        return sending.stream().mapToInt(Sent::items).sum();
    }

    public int held() {
        return holding.stream().mapToInt(Held::items).sum();
    }

    /** What becomes of tonight's mail, in one sentence. */
    static String note(Organisation organisation) {
        if (organisation.mailMode() == MailMode.HOLD) {
            return "Mail is on hold: nothing leaves until it is switched on.";
        } else if (organisation.mailMode() == MailMode.SINK) {
            return "Mail goes to the built-in mailbox and to nobody else.";
        } else {
            return "Mail waits " + organisation.recallMinutes() + " minutes in the outbox and can be recalled.";
        }
    }
}
