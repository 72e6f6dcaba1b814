package dev.dunwell.conversations;

import dev.dunwell.access.InTurn;
import dev.dunwell.conversations.reading.DeliveryReport;
import dev.dunwell.conversations.reading.IncomingMail;
import dev.dunwell.conversations.reading.Writer;
import dev.dunwell.messaging.JointParts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what comes back to a joint mail and hands each vendor its own share of it, as if its own mail had been
 * answered. The mail itself, which quotes them all, is kept nowhere.
 */
@Component
public class ReceiveJoint {

    private final JointParts jointParts;
    private final ReceiveMail receiveMail;
    private final InTurn inTurn;

    ReceiveJoint(JointParts jointParts, ReceiveMail receiveMail, InTurn inTurn) {
        this.jointParts = jointParts;
        this.receiveMail = receiveMail;
        this.inTurn = inTurn;
    }

    /**
     * @param raw as it travelled
     * @return how many vendors got a share they did not have; none of a mail that names no joint mail
     */
    @Transactional
    public int receive(byte[] raw, Instant at) {
        IncomingMail mail = IncomingMail.of(raw);
        List<JointParts.One> parts = jointParts.of(Stream.concat(
                        mail.references().stream(), mail.reports().stream().map(DeliveryReport::about))
                .toList());
        int handed = 0;
        if (mail.writer() == Writer.MAIL_SERVER) {
            for (DeliveryReport report : mail.reports()) {
                for (JointParts.One part : parts) {
                    handed += hand(part, JointEcho.report(mail, part, report), at);
                }
            }
        } else if (mail.writer() != Writer.MACHINE) {
            boolean isAway = mail.writer() == Writer.OUT_OF_OFFICE;
            for (var share : JointAnswer.of(mail.said().answer(), parts).entrySet()) {
                JointParts.One part = share.getKey();
                handed += hand(part, JointEcho.answer(mail, part, share.getValue(), isAway), at);
            }
        }
        return handed;
    }

    private int hand(JointParts.One part, byte[] own, Instant at) {
        return inTurn.in(part.organisation(), () -> receiveMail.receive(own, at))
                        .isPresent()
                ? 1
                : 0;
    }
}
