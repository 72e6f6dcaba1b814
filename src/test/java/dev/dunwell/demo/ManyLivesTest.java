package dev.dunwell.demo;

import static dev.dunwell.intake.formats.Kind.CONTACTS;
import static dev.dunwell.intake.formats.Kind.INVOICES;
import static dev.dunwell.intake.formats.Kind.PAYMENTS;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Tenant;
import dev.dunwell.demo.SeedLife.Event;
import dev.dunwell.demo.SeedLife.Item;
import dev.dunwell.demo.SeedLife.Payer;
import dev.dunwell.intake.Files;
import dev.dunwell.intake.formats.Kind;
import dev.dunwell.integrity.Runs;
import dev.dunwell.jobs.DueJobs;
import dev.dunwell.messaging.Way;
import dev.dunwell.nightshift.NightShift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Many seeds live side by side, a year of it in soak, in one organisation, through changes of the clock and days
 * without a night. After each night what left is held against what each life knows itself; what fails is printed as a
 * story of one payer.
 */
@Tag("slow")
@DunwellTest
@Import({DueJobs.class, Files.class, NightWitness.class})
class ManyLivesTest {

    private static final int CUSTOMERS = 50;
    private static final LocalDate BEGINNING = LocalDate.of(2026, 1, 5);
    private static final boolean IS_LONG = Boolean.getBoolean("dunwell.soak");
    private static final int LIVES = Integer.getInteger("dunwell.lives", IS_LONG ? 100 : 25);
    private static final int DAYS = Integer.getInteger("dunwell.lives.days", IS_LONG ? 365 : 90);

    @Autowired
    Storyteller storyteller;

    @Autowired
    TestOrganisations organisations;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Files files;

    @Autowired
    NightShift nightShift;

    @Autowired
    NightWitness witness;

    @Autowired
    NightChecks checks;

    @Autowired
    Runs integrity;

    @Autowired
    Soundness soundness;

    private final Map<String, Payer> payers = new HashMap<>();
    private final List<LocalDate> nights = new ArrayList<>();
    private int mails;

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, 1", "America/New_York, 100001"})
    void nobody_hears_twice_or_in_vain_and_nothing_is_lost(String zone, long firstSeed) {
        var scene = new Scene(organisations);
        List<SeedLife> all = LongStream.range(firstSeed, firstSeed + LIVES)
                .mapToObj(seed -> new SeedLife(seed, CUSTOMERS, BEGINNING))
                .toList();
        all.forEach(life -> life.payers().forEach(payer -> payers.put(payer.number, payer)));
        found(scene, zone);
        var power = new Random(firstSeed);
        LocalDate dark = BEGINNING;
        for (LocalDate day = BEGINNING; day.isBefore(BEGINNING.plusDays(DAYS)); day = day.plusDays(1)) {
            live(scene, all, day);
            if (power.nextInt(30) == 0) {
                dark = day.plusDays(power.nextInt(1, 8));
            }
            if (!day.isBefore(dark)) {
                night(scene, all, zone, day);
            }
        }
        if (dark.isAfter(BEGINNING.plusDays(DAYS - 1))) {
            night(scene, all, zone, BEGINNING.plusDays(DAYS - 1)); // and then there was light
        }
        soundness.check(scene.organisation(), scene.today());
        assertThat(mails).as("these lives were not silent").isGreaterThan(all.size() * DAYS / 10);
        assertThat(Tenant.in(scene.organisation().id(), witness::ways))
                .as("each way was taken")
                .containsOnlyKeys(Way.MAIL, Way.SMS, Way.PORTAL);
    }

    private void found(Scene scene, String zone) {
        String organisation = "organisation \"Lives in %s\" EUR zone %s country DE".formatted(zone, zone);
        tell(
                scene,
                BEGINNING,
                Stream.concat(Stream.of(organisation), SeedLife.STRATEGY.lines())
                        .toList());
        Tenant.runIn(scene.organisation().id(), () -> {
            scene.enter(witness.dawn(BEGINNING));
            files.bring(
                    CONTACTS,
                    payers.values().stream()
                            .map(payer -> "%s,Payer %s,%s".formatted(payer.number, payer.number, payer.email()))
                            .collect(joining("\n", "customer_number,name,email\n", "\n")));
            witness.write(payers.values().stream()
                    .filter(Payer::hasMobile)
                    .collect(toMap(payer -> payer.number, Payer::mobile)));
        });
    }

    private void live(Scene scene, List<SeedLife> all, LocalDate day) {
        List<Event> events =
                all.stream().flatMap(life -> life.live(day).stream()).toList();
        Tenant.runIn(scene.organisation().id(), () -> {
            scene.enter(witness.dawn(day));
            bring(
                    INVOICES,
                    "customer_number,number,issued_on,due_on,amount,currency",
                    of(events, SeedLife.Kind.INVOICE)
                            .map(event -> "%s,%s,%s,%s,%s,EUR"
                                    .formatted(
                                            event.payer().number,
                                            item(event).number,
                                            day,
                                            item(event).dueOn,
                                            SeedLife.euros(event.amount())))
                            .toList());
            bring(
                    PAYMENTS,
                    "customer_number,invoice_number,received_on,amount,currency,reference",
                    of(events, SeedLife.Kind.PAYMENT)
                            .map(event -> "%s,%s,%s,%s,EUR,%s"
                                    .formatted(
                                            event.payer().number,
                                            item(event).number,
                                            day,
                                            SeedLife.euros(event.amount()),
                                            item(event).number + " " + day))
                            .toList());
        });
        tellTogether(scene, day, of(events, SeedLife.Kind.SAID).map(Event::line).toList());
    }

    private void bring(Kind kind, String heading, List<String> rows) {
        if (!rows.isEmpty()) {
            files.bring(kind, heading + "\n" + String.join("\n", rows) + "\n");
        }
    }

    private void night(Scene scene, List<SeedLife> all, String zone, LocalDate day) {
        nights.add(day);
        Tenant.runIn(scene.organisation().id(), () -> {
            nightShift.work(scene.organisation(), day, Dawn.CLOCK);
            Set<String> heard = new HashSet<>();
            for (NightWitness.Heard message : witness.heardOn(day)) {
                Payer payer = requireNonNull(payers.get(message.customer()));
                String wrong = heard.add(message.customer()) ? wrong(message, payer, day) : "heard twice";
                if (wrong != null) {
                    throw new AssertionError("%s %s on %s%n%s"
                            .formatted(payer.number, wrong, day, payer.life.story(payer, zone, nights)));
                }
            }
            mails += heard.size();
            checks.check(day);
            assertThat(integrity.last().orElseThrow().findings())
                    .as("what the night's integrity check found on %s", day)
                    .noneMatch(finding -> finding.broken() > 0);
            assertThat(witness.open(day)).as("what is open on %s", day).isEqualTo(open(all));
            assertThat(witness.forgotten(day)).as("forgotten on %s", day).isEmpty();
        });
    }

    private @Nullable String wrong(NightWitness.Heard message, Payer payer, LocalDate day) {
        if (payer.isPromising(day)) {
            return "heard while its promise runs";
        } else if (!payer.heldUntil.isBefore(day)) {
            return "heard while on hold";
        } else if (payer.isUnread) {
            return "heard while its answer lies unread";
        } else if (!isReached(message, payer)) {
            return "was written to at " + message.address();
        }
        Map<String, Item> open = payer.life.open().stream().collect(toMap(item -> item.number, item -> item));
        return message.items().stream()
                .filter(number -> !open.containsKey(number) || open.get(number).isDisputed)
                .map(number -> "heard of " + number + ", which is paid or disputed")
                .findFirst()
                .orElse(null);
    }

    private static boolean isReached(NightWitness.Heard message, Payer payer) {
        return switch (message.way()) {
            case MAIL -> !payer.isBounced && message.address().equals(payer.email());
            case SMS -> !payer.wantsNoTexts && message.address().equals(payer.mobile());
            case PORTAL -> true;
            case LETTER -> false;
        };
    }

    private static Map<String, Long> open(List<SeedLife> all) {
        return all.stream()
                .flatMap(life -> life.open().stream())
                .collect(toMap(item -> item.number, item -> item.open));
    }

    private static Stream<Event> of(List<Event> events, SeedLife.Kind kind) {
        return events.stream().filter(event -> event.kind() == kind);
    }

    private static Item item(Event event) {
        return requireNonNull(event.item());
    }

    private void tell(Scene scene, LocalDate day, List<String> lines) {
        if (!lines.isEmpty()) {
            storyteller.tell(scene, Story.read("lives", day + "  " + String.join("\n            ", lines)));
        }
    }

    /** All that was said on a day, in one transaction: each customer is decided once. */
    private void tellTogether(Scene scene, LocalDate day, List<String> lines) {
        Tenant.runIn(scene.organisation().id(), () -> transaction.executeWithoutResult(_ -> tell(scene, day, lines)));
    }
}
