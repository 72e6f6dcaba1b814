package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts planned reminders into the joint mails of those readers who wish one; see {@link Joining}. */
@Component
public class GoTogether {

    private final JdbcClient db;
    private final JointMails jointMails;
    private final JointSettings settings;

    GoTogether(JdbcClient db, JointMails jointMails, JointSettings settings) {
        this.db = db;
        this.jointMails = jointMails;
        this.settings = settings;
    }

    /** One message with what was chosen for it. */
    record Chosen(long messageId, Joining.Choice choice) {}

    /**
     * In the transaction that plans them.
     *
     * @param planned the id of each draft's message by customer, as {@link Outbox#plan} gives it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void choose(Organisation organisation, List<Draft> drafts, Map<Long, Long> planned) {
        if (planned.isEmpty() || !jointMails.takesPart()) {
            return;
        }
        Map<String, JointDays> wishes = jointMails.wishes(drafts.stream()
                .map(draft -> draft.toAddress().toLowerCase(Locale.ROOT))
                .distinct()
                .toList());
        var joining = new Joining(wishes, settings, organisation.isSimulated());
        List<Chosen> chosen = new ArrayList<>();
        for (Draft draft : drafts) {
            Long message = planned.get(draft.customerId());
            if (message != null) {
                joining.of(draft).ifPresent(choice -> chosen.add(new Chosen(message, choice)));
            }
        }
        keep(chosen);
    }

    /** Of messages that have not left. */
    void keep(List<Chosen> chosen) {
        if (!chosen.isEmpty()) {
            db.sql("""
                update message m
                set joint_on = w.joint_on, leave_at = w.leave_at, detail = w.detail
                from unnest(:ids, cast(:days as date[]), cast(:moments as timestamptz[]), :whys) as w (id, joint_on, leave_at, detail)
                where m.org_id = current_org() and m.id = w.id and m.state in ('planned', 'retry')
                """)
                    .param("ids", chosen.stream().map(Chosen::messageId).toArray(Long[]::new))
                    .param(
                            "days",
                            chosen.stream()
                                    .map(each -> each.choice.on() == null
                                            ? null
                                            : each.choice.on().toString())
                                    .toArray(String[]::new))
                    .param(
                            "moments",
                            chosen.stream()
                                    .map(each -> OffsetDateTime.ofInstant(each.choice.leaveAt(), ZoneOffset.UTC)
                                            .toString())
                                    .toArray(String[]::new))
                    .param(
                            "whys",
                            chosen.stream().map(each -> each.choice.why()).toArray(String[]::new))
                    .update();
        }
    }
}
