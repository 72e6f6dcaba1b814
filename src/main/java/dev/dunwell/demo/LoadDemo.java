package dev.dunwell.demo;

import dev.dunwell.access.Actor;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.ChangePassword;
import dev.dunwell.access.FoundOrganisation;
import dev.dunwell.access.NewOrganisation;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Secret;
import dev.dunwell.access.SetUp;
import dev.dunwell.access.Tenant;
import dev.dunwell.credit.ConsiderAgency;
import dev.dunwell.credit.CreditReviews;
import dev.dunwell.credit.PaySegments;
import dev.dunwell.foresight.Foresee;
import dev.dunwell.metrics.KeepBook;
import dev.dunwell.metrics.RaiseAlerts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the demo: Meridian Supplies with two years behind it, and a small second organisation. Only into an
 * installation where nobody is yet. Each day of a story is one transaction together with how far it is told, so a load
 * that was killed goes on where it stopped, and one that is complete is left alone.
 */
@Component
public class LoadDemo {

    static final String PASSWORD = "meridian-supplies-demo";
    private static final int WEEKS_KEPT = 13;
    static final List<String> STORIES = List.of("demo/meridian.story", "demo/kestrel.story");

    private static final SetUp.Administrator EDDA =
            new SetUp.Administrator("Edda Brandt", "edda@meridian.example", PASSWORD);

    private final Storyteller storyteller;
    private final Organisations organisations;
    private final Doors doors;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    LoadDemo(
            Storyteller storyteller,
            Organisations organisations,
            Doors doors,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.storyteller = storyteller;
        this.organisations = organisations;
        this.doors = doors;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Through which people and organisations come in. */
    @Component
    record Doors(
            SetUp setUp,
            FoundOrganisation foundOrganisation,
            ChangePassword changePassword,
            Foresee foresee,
            CreditReviews reviews,
            ConsiderAgency considerAgency,
            PaySegments segments,
            KeepBook keepBook,
            RaiseAlerts raiseAlerts) {}

    /** @return whether the demo is there now; false where somebody works already who is not of the demo */
    public boolean load() {
        List<Story> stories = STORIES.stream().map(LoadDemo::read).toList();
        Set<String> ours = stories.stream().map(LoadDemo::organisationOf).collect(Collectors.toSet());
        List<String> there =
                organisations.all().stream().map(Organisation::name).toList();
        boolean mayLoad = there.isEmpty() ? doors.setUp.isOpen() : there.contains(organisationOf(stories.getFirst()));
        if (mayLoad && ours.containsAll(there)) {
            stories.forEach(this::load);
        }
        return mayLoad;
    }

    private void load(Story story) {
        var scene = new Scene(new DemoFounding());
        List<StoryLine> lines = story.lines();
        storyteller.tell(scene, lines.getFirst());
        Tenant.runIn(scene.organisation().id(), () -> {
            int told = told();
            lines.subList(0, told).stream().filter(LoadDemo::namesActor).forEach(line -> scene.act(actorOf(line)));
            boolean isTold = told == lines.size();
            while (told < lines.size()) {
                told = tellDay(scene, lines, told);
            }
            if (!isTold) {
                lookAhead(scene.today());
                doors.raiseAlerts.raise(scene.organisation(), scene.today());
            }
        });
    }

    /** The forecast of each week of a quarter as its eve knew it, the one of yesterday, and the figures of today. */
    private void lookAhead(LocalDate today) {
        LocalDate yesterday = today.minusDays(1);
        LocalDate sunday = yesterday.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        for (int back = WEEKS_KEPT; back > 0; back--) {
            doors.foresee.foresee(sunday.minusWeeks(back));
        }
        doors.foresee.foresee(yesterday);
        doors.reviews.open(yesterday);
        doors.considerAgency.open(yesterday);
        doors.segments.refresh(yesterday);
        doors.keepBook.keep(today);
    }

    /** The lines of the day that begins there, and the note that they are told: all of it or nothing. */
    private int tellDay(Scene scene, List<StoryLine> lines, int from) {
        LocalDate day = lines.get(from).on();
        int end = from;
        while (end < lines.size() && lines.get(end).on().equals(day)) {
            end++;
        }
        List<StoryLine> ofDay = lines.subList(from, end);
        int told = end;
        transaction.executeWithoutResult(_ -> {
            ofDay.forEach(line -> storyteller.tell(scene, line));
            keep(told);
        });
        return told;
    }

    /** The first line names the organisation and was just told. */
    private int told() {
        return Objects.requireNonNull(transaction.execute(_ -> db.sql("select lines from demo_progress")
                .query(Integer.class)
                .optional()
                .orElse(1)));
    }

    private void keep(int told) {
        db.sql("insert into demo_progress (lines) values (:told) on conflict (org_id) do update set lines = :told")
                .param("told", told)
                .update();
    }

    private static boolean namesActor(StoryLine line) {
        return line.verb().equals(HouseVerbs.AS);
    }

    private static String actorOf(StoryLine line) {
        return line.words().getFirst();
    }

    private static String organisationOf(Story story) {
        return story.lines().getFirst().words().getFirst();
    }

    private static Story read(String file) {
        try {
            return Story.read(file, new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first organisation comes with its administrator; everybody gets the password of the demo. */
    private final class DemoFounding implements Founding {

        @Override
        public int found(NewOrganisation wanted) {
            return organisations.all().stream()
                    .filter(there -> there.name().equals(wanted.name()))
                    .findFirst()
                    .map(Organisation::id)
                    .orElseGet(() -> doors.setUp.isOpen()
                            ? doors.setUp.perform(EDDA, wanted)
                            : doors.foundOrganisation.found(wanted, Actor.automation("demo"), id -> id));
        }

        @Override
        public void welcome(AddPerson.Added person) {
            Secret first = person.firstPassword();
            if (first != null) {
                doors.changePassword.change(person.id(), first.text(), PASSWORD, Actor.person(person.name()));
            }
        }
    }
}
