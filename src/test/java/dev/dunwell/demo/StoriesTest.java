package dev.dunwell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Tells every story in stories/ to the whole application, each in an organisation of its own. */
@DunwellTest
class StoriesTest {

    private static final Path STORIES = Path.of("src/test/resources/stories");

    @Autowired
    Storyteller storyteller;

    @Autowired
    TestOrganisations organisations;

    @Autowired
    Soundness soundness;

    @TestFactory
    Stream<DynamicTest> stories() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(STORIES)) {
            files = all.filter(file -> file.toString().endsWith(".story"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream().map(this::test);
    }

    private DynamicTest test(Path file) {
        Story story = read(file);
        return DynamicTest.dynamicTest(story.title(), file.toUri(), () -> tell(story));
    }

    private static Story read(Path file) {
        try {
            return Story.read(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tell(Story story) {
        var scene = new Scene(organisations);
        List<StoryLine> lines = new ArrayList<>(story.lines());
        if (!lines.getFirst().verb().equals(HouseVerbs.ORGANISATION)) {
            lines.addFirst(organisation(story, lines.getFirst().on()));
        }
        for (StoryLine line : lines) {
            try {
                storyteller.tell(scene, line);
            } catch (AssertionError e) {
                throw new AssertionError(line.place() + ": " + line.text() + "\n" + e.getMessage(), e);
            }
        }
        soundness.check(scene.organisation(), scene.today());
    }

    private static StoryLine organisation(Story story, LocalDate on) {
        List<String> words = List.of(story.file(), "EUR", "country", "DE");
        return new StoryLine(story.file(), 0, on, HouseVerbs.ORGANISATION, words, "organisation");
    }

    @Test
    void the_language_stays_small() {
        assertThat(storyteller.vocabulary().verbs().stream()
                        .filter(verb -> !verb.name().equals("expect"))
                        .map(Verb::usage))
                .hasSizeLessThanOrEqualTo(43);
    }
}
