package dev.dunwell.demo;

import dev.dunwell.access.AddPerson;
import dev.dunwell.access.ChangeOrganisation;
import dev.dunwell.access.NewOrganisation;
import dev.dunwell.access.NewPerson;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.SetMailMode;
import dev.dunwell.access.Tenant;
import dev.dunwell.kernel.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The organisation of a story, its settings and its people. */
@Component
class HouseVerbs implements Verb.Source {

    static final String ORGANISATION = "organisation";
    static final String AS = "as";

    private final Organisations organisations;
    private final ChangeOrganisation changeOrganisation;
    private final SetMailMode setMailMode;
    private final AddPerson addPerson;

    HouseVerbs(
            Organisations organisations,
            ChangeOrganisation changeOrganisation,
            SetMailMode setMailMode,
            AddPerson addPerson) {
        this.organisations = organisations;
        this.changeOrganisation = changeOrganisation;
        this.setMailMode = setMailMode;
        this.addPerson = addPerson;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(
                new Verb(
                        "organisation \"NAME\" CURRENCY [zone ZONE] [locale LOCALE] [country COUNTRY]",
                        this::organisation),
                new Verb("setting NAME VALUE", this::setting),
                new Verb("person \"NAME\" EMAIL ROLE", this::person),
                new Verb(AS + " \"NAME\"", (scene, words) -> scene.act(words.next("NAME"))));
    }

    /** Its mail goes to the embedded mailbox: a story never writes to anyone. */
    private void organisation(Scene scene, Words words) {
        String name = words.next("NAME");
        Integer visited = scene.visited(name);
        int id = visited != null ? visited : found(scene, name, words);
        words.checkNoneLeft();
        Tenant.runIn(id, () -> {
            Organisation organisation = organisations.current();
            boolean isNew = organisation.simulatedToday() == null;
            scene.enter(isNew ? setMailMode.set(MailMode.SINK, Dawn.CLOCK) : organisation);
        });
    }

    private static int found(Scene scene, String name, Words words) {
        Map<String, String> given = Map.of(
                "name", name,
                "currency", words.next("CURRENCY"),
                "zone", words.after("zone", "Europe/Berlin"),
                "locale", words.after("locale", "en-GB"),
                "country", words.after("country", ""));
        return scene.founding().found(NewOrganisation.read(given));
    }

    private void setting(Scene scene, Words words) {
        String name = words.next("NAME");
        String value = words.next("VALUE");
        words.checkNoneLeft();
        if (name.equals("mail")) {
            scene.enter(setMailMode.set(MailMode.read(value), scene.actor()));
        } else {
            Map<String, String> settings = settings(scene.organisation());
            if (settings.replace(name, value) == null) {
                throw words.mistake("There is no setting " + name + "; there are mail, "
                        + String.join(", ", settings.keySet().stream().sorted().toList()) + ".");
            }
            scene.enter(changeOrganisation.change(settings, scene.actor()));
        }
    }

    private static Map<String, String> settings(Organisation now) {
        Map<String, String> settings = new HashMap<>();
        settings.put("name", now.name());
        settings.put("zone", now.zone().getId());
        settings.put("locale", now.locale().toLanguageTag());
        settings.put("country", Objects.requireNonNullElse(now.country(), ""));
        settings.put("replyTo", Objects.requireNonNullElse(now.replyTo(), ""));
        settings.put(
                "tolerance", new Money(now.tolerance(), now.currency()).amount().toPlainString());
        settings.put("recallMinutes", Integer.toString(now.recallMinutes()));
        settings.put("nightAt", now.nightAt().toString());
        settings.put("promiseGraceDays", Integer.toString(now.promiseGraceDays()));
        settings.put("agingDays", now.agingDays().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        return settings;
    }

    private void person(Scene scene, Words words) {
        Map<String, String> given =
                Map.of("name", words.next("NAME"), "email", words.next("EMAIL"), "role", words.next("ROLE"));
        words.checkNoneLeft();
        scene.founding().welcome(addPerson.add(NewPerson.read(given), scene.actor()));
    }
}
