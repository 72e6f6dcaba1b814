package dev.dunwell.demo;

import dev.dunwell.access.Tenant;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells stories: does what each line says, on its day, in the organisation it is about. */
@Component
public class Storyteller {

    private final Vocabulary vocabulary;
    private final Dawn dawn;

    Storyteller(List<Verb.Source> sources, Dawn dawn) {
        this.vocabulary = new Vocabulary(
                sources.stream().flatMap(source -> source.verbs().stream()).toList());
        this.dawn = dawn;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** @throws StoryMistake at the first line that cannot be told */
    public void tell(Scene scene, Story story) {
        story.lines().forEach(line -> tell(scene, line));
    }

    /** @throws StoryMistake when it is not written as its verb is, and when an act refuses what it wants */
    public void tell(Scene scene, StoryLine line) {
        Verb verb = vocabulary.find(line);
        try {
            if (verb.name().equals(HouseVerbs.ORGANISATION)) {
                verb.perform(scene, line);
            } else if (scene.isEmpty()) {
                throw line.mistake("A story begins with an organisation.");
            } else {
                checkDay(scene, line);
                Tenant.runIn(scene.organisation().id(), () -> {
                    dawn.on(line.on(), scene);
                    verb.perform(scene, line);
                });
            }
        } catch (Refusal | BadInput | NotFound e) {
            throw new StoryMistake(line, String.valueOf(e.getMessage()), e);
        }
    }

    private static void checkDay(Scene scene, StoryLine line) {
        LocalDate today = scene.organisation().simulatedToday();
        if (today != null && line.on().isBefore(today)) {
            throw line.mistake("It is %s already, after the nights above; give the line that date or a later one."
                    .formatted(today));
        }
    }
}
