package dev.dunwell.relations;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.cases.AskQuestion;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what somebody says about us: one score from 1 to 5 and one comment. Said again the same it changes nothing;
 * said otherwise within a week it counts instead. A low score becomes a question that waits for a person the same day,
 * and reminders wait with it. Refuses what comes too late.
 */
@Component
public class AnswerSurvey {

    private static final int LONGEST = 2000;

    private final Surveys surveys;
    private final Organisations organisations;
    private final AskQuestion askQuestion;
    private final JdbcClient db;
    private final Audit audit;
    private final Clock clock;

    AnswerSurvey(
            Surveys surveys,
            Organisations organisations,
            AskQuestion askQuestion,
            JdbcClient db,
            Audit audit,
            Clock clock) {
        this.surveys = surveys;
        this.organisations = organisations;
        this.askQuestion = askQuestion;
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the organisation bound, which is the one the link belongs to. */
    @Transactional
    public void answer(long surveyId, int score, String comment) {
        Organisation here = organisations.current();
        LocalDate today = here.today(clock);
        // one answer at a time: a second click waits and then finds that it says nothing new
        db.sql("select id from survey where id = :survey for update")
                .param("survey", surveyId)
                .query()
                .singleRow();
        Survey survey = surveys.get(surveyId);
        String said = comment.strip();
        if (score < Survey.WORST || score > Survey.BEST || said.length() > LONGEST) {
            throw BadInput.in("score", "One score from 1 to 5 and at most 2000 characters.");
        } else if (!survey.isOpen(today)) {
            throw Refusal.conflict("survey-closed", "It is too late to answer this.");
        }
        Survey.Answer before = survey.answer();
        if (before == null || before.score() != score || !before.comment().equals(said)) {
            insert(surveyId, score, said, today);
            var payer = new Actor(Actor.Kind.PAYER, survey.toName());
            if (score <= Survey.LOW && (before == null || before.score() > Survey.LOW)) {
                askQuestion.ask(
                        new Caller(here, payer, Role.READ_ONLY, null, today), question(survey, score, said, today));
            }
            audit.write(payer, "survey.answered", "customer", survey.customerId(), Map.of("score", score));
        }
    }

    private void insert(long surveyId, int score, String comment, LocalDate today) {
        db.sql("insert into survey_answer (survey_id, score, comment, answered_on) values (:id, :score, :comment, :on)")
                .param("id", surveyId)
                .param("score", score)
                .param("comment", comment)
                .param("on", today)
                .update();
    }

    private static AskQuestion.Wanted question(Survey survey, int score, String comment, LocalDate today) {
        String text = "Scored %d of %d after paying %s.".formatted(score, Survey.BEST, survey.invoice())
                + (comment.isEmpty() ? "" : " “" + comment + "”");
        return new AskQuestion.Wanted(survey.customerId(), null, survey.toName(), text, null, today);
    }
}
