package dev.dunwell.messaging;

import dev.dunwell.messaging.Handover.NotSent;
import dev.dunwell.messaging.Handover.Refused;
import dev.dunwell.messaging.Handover.Sent;
import dev.dunwell.messaging.Handover.Unknown;

/**
 * The fault table: what a mail server may do at which step, whether it has then taken the mail over, and what we must
 * make of it.
 */
enum SmtpFault {
    NONE(Step.DOT, "250 2.0.0 queued", true, Sent.class),
    TWO_LINES(Step.DOT, "250-queued\r\n250 as 17", true, Sent.class),
    OTHER_SUCCESS(Step.DOT, "252 will try", true, Sent.class),
    SLOW(Step.DOT, Act.SLOWLY, true, Sent.class),

    DROP_AT_CONNECT(Step.CONNECT, Act.DROP, false, NotSent.class),
    DROP_AT_EHLO(Step.EHLO, Act.DROP, false, NotSent.class),
    DROP_AT_MAIL(Step.MAIL, Act.DROP, false, NotSent.class),
    DROP_AT_RCPT(Step.RCPT, Act.DROP, false, NotSent.class),
    DROP_AT_DATA(Step.DATA, Act.DROP, false, NotSent.class),
    RESET_AT_MAIL(Step.MAIL, Act.RESET, false, NotSent.class),
    RESET_AT_DATA(Step.DATA, Act.RESET, false, NotSent.class),
    SILENT_AT_CONNECT(Step.CONNECT, Act.SILENCE, false, NotSent.class),
    SILENT_AT_MAIL(Step.MAIL, Act.SILENCE, false, NotSent.class),
    SILENT_AT_RCPT(Step.RCPT, Act.SILENCE, false, NotSent.class),
    SILENT_AT_DATA(Step.DATA, Act.SILENCE, false, NotSent.class),

    BANNER_421(Step.CONNECT, "421 4.3.2 closing", false, NotSent.class),
    BANNER_554(Step.CONNECT, "554 5.7.1 not you", false, NotSent.class),
    MAIL_451(Step.MAIL, "451 4.3.0 later", false, NotSent.class),
    MAIL_550(Step.MAIL, "550 5.7.1 not this sender", false, NotSent.class),
    RCPT_421(Step.RCPT, "421 4.3.2 closing", false, NotSent.class),
    RCPT_450(Step.RCPT, "450 4.2.0 greylisted", false, NotSent.class),
    RCPT_452(Step.RCPT, "452 4.2.2 mailbox full", false, NotSent.class),
    RCPT_550(Step.RCPT, "550 5.1.1 no such user", false, Refused.class),
    RCPT_554(Step.RCPT, "554 5.7.1 relay denied", false, Refused.class),
    RCPT_NONSENSE(Step.RCPT, "hello?", false, NotSent.class),
    DATA_451(Step.DATA, "451 4.3.0 later", false, NotSent.class),
    DATA_554(Step.DATA, "554 5.5.1 no valid recipients", false, Refused.class),
    DATA_NONSENSE(Step.DATA, "hello?", false, NotSent.class),
    DOT_421(Step.DOT, "421 4.3.2 closing", false, NotSent.class),
    DOT_451(Step.DOT, "451 4.3.0 later", false, NotSent.class),
    DOT_552(Step.DOT, "552 5.3.4 too large", false, Refused.class),
    DOT_554(Step.DOT, "554 5.7.1 looks like spam", false, Refused.class),
    DOT_451_THEN_DROP(Step.DOT, "451 4.3.0 later", Act.DROP, false, NotSent.class),
    DOT_550_THEN_DROP(Step.DOT, "550 5.1.1 no such user", Act.DROP, false, Refused.class),
    DOT_451_THEN_SILENT(Step.DOT, "451 4.3.0 later", Act.SILENCE, false, NotSent.class),

    /** A small mail is already on the line with its dot when the connection breaks: unknown is the safe side. */
    RESET_IN_BODY(Step.BODY, Act.RESET, false, Unknown.class),
    DROP_AFTER_DOT_ACCEPTED(Step.DOT, Act.DROP, true, Unknown.class),
    DROP_AFTER_DOT_LOST(Step.DOT, Act.DROP, false, Unknown.class),
    RESET_AFTER_DOT(Step.DOT, Act.RESET, true, Unknown.class),
    SILENT_AFTER_DOT(Step.DOT, Act.SILENCE, true, Unknown.class),
    NONSENSE_AFTER_DOT(Step.DOT, "hello?", true, Unknown.class),
    CONTRADICTION_AFTER_DOT(Step.DOT, "250-queued\r\n550 or not", true, Unknown.class),
    GO_ON_AFTER_DOT(Step.DOT, "354 go on", false, Unknown.class),
    HALF_AN_ANSWER_AFTER_DOT(Step.DOT, "250-queued", Act.DROP, true, Unknown.class),

    TAKEN_THEN_DROP(Step.DOT, "250 2.0.0 queued", Act.DROP, true, Sent.class),
    TAKEN_THEN_RESET(Step.DOT, "250 2.0.0 queued", Act.RESET, true, Sent.class),
    TAKEN_THEN_DROP_AT_QUIT(Step.QUIT, Act.DROP, true, Sent.class);

    /** Where in the conversation the server shows the fault. */
    enum Step {
        CONNECT,
        EHLO,
        MAIL,
        RCPT,
        DATA,
        BODY,
        DOT,
        QUIT
    }

    /** What it does there, after its answer if it gives one. */
    enum Act {
        GO_ON,
        SLOWLY,
        DROP,
        RESET,
        SILENCE
    }

    final Step step;
    final String answer;
    final Act act;
    final boolean accepts;
    final Class<? extends Handover> outcome;

    SmtpFault(Step step, String answer, boolean accepts, Class<? extends Handover> outcome) {
        this(step, answer, Act.GO_ON, accepts, outcome);
    }

    SmtpFault(Step step, Act act, boolean accepts, Class<? extends Handover> outcome) {
        this(step, "", act, accepts, outcome);
    }

    SmtpFault(Step step, String answer, Act act, boolean accepts, Class<? extends Handover> outcome) {
        this.step = step;
        this.answer = answer;
        this.act = act;
        this.accepts = accepts;
        this.outcome = outcome;
    }
}
