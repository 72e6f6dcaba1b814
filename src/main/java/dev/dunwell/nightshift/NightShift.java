package dev.dunwell.nightshift;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Organisation;
import dev.dunwell.cases.JudgePlans;
import dev.dunwell.collections.NightBrake;
import dev.dunwell.collections.NightRuns;
import dev.dunwell.collections.RunNight;
import dev.dunwell.collections.Tally;
import dev.dunwell.conversations.FetchMail;
import dev.dunwell.integrity.CheckIntegrity;
import dev.dunwell.invoicing.IssueDue;
import dev.dunwell.messaging.Deliver;
import dev.dunwell.messaging.PostNotices;
import dev.dunwell.messaging.SendSms;
import dev.dunwell.relations.InviteToSurveys;
import dev.dunwell.team.HandOverByRule;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The night's work for one organisation, in the order the data flows. Each line is safe to run twice. */
@Component
public class NightShift {

    private final FetchMail fetchMail;
    private final NightRuns nights;
    private final HandOverByRule handOverByRule;
    private final IssueDue issueInvoices;
    private final RunNight collections;
    private final NightBrake brake;
    private final JudgePlans judgePlans;
    private final InviteToSurveys inviteToSurveys;
    private final Deliver deliver;
    private final PostNotices postNotices;
    private final SendSms sendSms;
    private final StageFees stageFees;
    private final CheckIntegrity checkIntegrity;
    private final Clock clock;

    NightShift(
            FetchMail fetchMail,
            NightRuns nights,
            HandOverByRule handOverByRule,
            IssueDue issueInvoices,
            RunNight collections,
            NightBrake brake,
            JudgePlans judgePlans,
            InviteToSurveys inviteToSurveys,
            Deliver deliver,
            PostNotices postNotices,
            SendSms sendSms,
            StageFees stageFees,
            CheckIntegrity checkIntegrity,
            Clock clock) {
        this.fetchMail = fetchMail;
        this.nights = nights;
        this.handOverByRule = handOverByRule;
        this.issueInvoices = issueInvoices;
        this.collections = collections;
        this.brake = brake;
        this.judgePlans = judgePlans;
        this.inviteToSurveys = inviteToSurveys;
        this.deliver = deliver;
        this.postNotices = postNotices;
        this.sendSms = sendSms;
        this.stageFees = stageFees;
        this.checkIntegrity = checkIntegrity;
        this.clock = clock;
    }

    /**
     * @param today the night's date, the organisation's day
     * @param actor who asked for it: the timetable, or a person
     * @return what the night came to; of a night that is already finished, what it came to then
     */
    public NightRuns.NightRun work(Organisation organisation, LocalDate today, Actor actor) {
        NightRuns.NightRun night = nights.begin(organisation, today, actor);
        boolean isNew = !night.isFinished();
        if (isNew) {
            fetchMail.fetch(clock.instant());
            handOverByRule.work(actor, today);
            issueInvoices.run(organisation, today, clock.instant());
            brake.begin(today, actor);
            collections.settlePromises(organisation, today);
            judgePlans.run(today);
            Tally tally = collections.decideAll(organisation, today);
            brake.judge(today, tally, actor);
            inviteToSurveys.run(organisation, today);
            night = nights.finish(today, tally, actor);
        }
        deliver.run(organisation, clock.instant());
        postNotices.run(organisation, clock.instant());
        sendSms.run(organisation, clock.instant());
        stageFees.work(actor, today);
        if (isNew) {
            checkIntegrity.check(actor, today);
        }
        return night;
    }
}
