package dev.dunwell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Tenant;
import dev.dunwell.cases.Case;
import dev.dunwell.cases.CaseFilter;
import dev.dunwell.cases.Cases;
import dev.dunwell.cases.Plans;
import dev.dunwell.collections.Disputes;
import dev.dunwell.collections.Holds;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.OpenItems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Months of random business, each night looked at. What fails is told as a story, ready to be kept. */
@DunwellTest
class YearTest {

    private static final LocalDate BEGINNING = LocalDate.of(2026, 1, 5);
    private static final int CUSTOMERS = 30;
    private static final int ALL = 10_000;

    @Autowired
    Storyteller storyteller;

    @Autowired
    TestOrganisations organisations;

    @Autowired
    Soundness soundness;

    @Autowired
    NightChecks checks;

    @Autowired
    OpenItems openItems;

    @Autowired
    Disputes disputes;

    @Autowired
    Holds holds;

    @Autowired
    Cases cases;

    @Autowired
    Plans plans;

    @Test
    void six_weeks_of_random_business_are_sound() {
        live(20261123, 42);
    }

    @Tag("soak")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_year_of_random_business_is_sound(long seed) {
        live(seed, 365);
    }

    private void live(long seed, int days) {
        var business = new RandomBusiness(seed, CUSTOMERS);
        var scene = new Scene(organisations);
        String name = "seed-" + seed;
        tell(
                scene,
                BEGINNING,
                List.of("organisation \"" + name + "\" EUR country DE", "setting replyTo us@example.com"));
        tell(scene, BEGINNING, business.beginning());
        for (LocalDate day = BEGINNING; day.isBefore(BEGINNING.plusDays(days)); day = day.plusDays(1)) {
            List<String> told = new ArrayList<>();
            try {
                live(scene, business, day, told);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "Seed %d, its last day:%n%s%n%s".formatted(seed, story(day, told), e.getMessage()), e);
            }
        }
        soundness.check(scene.organisation(), scene.today());
    }

    private void live(Scene scene, RandomBusiness business, LocalDate day, List<String> told) {
        Organisation organisation = scene.organisation();
        told.addAll(business.day(day, known(organisation, day)));
        told.add("night cut-short");
        tell(scene, day, told);
        Tenant.runIn(organisation.id(), () -> {
            checks.check(day);
            Map<String, String> before = checks.checksums();
            storyteller.tell(scene, line(day, "night cut-short"));
            assertThat(checks.checksums()).as("a second run changes nothing").isEqualTo(before);
        });
        List<String> evening = new ArrayList<>(business.lastMinute(known(organisation, day)));
        evening.add("night");
        told.addAll(evening);
        tell(scene, day, evening);
        Tenant.runIn(organisation.id(), () -> checks.check(day));
    }

    private RandomBusiness.Known known(Organisation organisation, LocalDate day) {
        return Tenant.in(
                organisation.id(),
                () -> new RandomBusiness.Known(
                        openItems.page(null, AsOf.today(day), null, ALL).rows(),
                        disputes.numbers(day),
                        holds.of(null, day, ALL).stream()
                                .filter(hold -> hold.endedOn() == null)
                                .map(Holds.Hold::customerNumber)
                                .collect(Collectors.toSet()),
                        numbers(cases.list(CaseFilter.open(Case.Kind.QUESTION), day, ALL).stream()
                                .map(Case::about)),
                        numbers(plans.list(Plans.Which.LIVE, day, ALL).stream()
                                .flatMap(plan -> plans.parts(plan, day).stream())
                                .map(part -> new Case.About(part.invoiceId(), part.number())))));
    }

    private static Set<String> numbers(Stream<Case.@Nullable About> invoices) {
        return invoices.filter(Objects::nonNull).map(Case.About::number).collect(Collectors.toSet());
    }

    private void tell(Scene scene, LocalDate day, List<String> lines) {
        storyteller.tell(scene, Story.read("random", story(day, lines)));
    }

    private static StoryLine line(LocalDate day, String line) {
        return Story.read("random", day + " " + line).lines().getFirst();
    }

    private static String story(LocalDate day, List<String> lines) {
        return day + "  " + String.join("\n            ", lines);
    }
}
