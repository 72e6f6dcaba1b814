package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.BusinessCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulationSpeedTest {

    private static final int CUSTOMERS = 4_000;
    private static final int ITEMS = 5;
    private static final BusinessCalendar CALENDAR = BusinessCalendar.of("DE");

    @Test
    void sixty_nights_over_twenty_thousand_items_take_seconds() {
        List<LocalDate> days = Item.DUE.datesUntil(Item.DUE.plusDays(60)).toList();
        List<Judge> judges = days.stream()
                .map(day -> Judge.of(Playbook.shipped(day), CALENDAR, day, false))
                .toList();
        Nights nights = new Nights("Six stages", days);
        var contender = new Simulate.Contender(judges, nights);
        long began = System.nanoTime();
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            Lived first = new Lived(Mailing.alone(dossier(customer)), CALENDAR);
            Simulate.live(first, contender, Simulate.Happening.NOTHING, true);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Simulated told = nights.told();
        System.out.println("Simulation: 20,000 items over 60 nights in " + took.toMillis() + " ms, " + told.messages()
                + " letters, " + told.calls() + " calls");
        assertThat(told.items()).isEqualTo(CUSTOMERS * ITEMS);
        assertThat(told.messages()).isPositive();
        assertThat(took).isLessThan(Duration.ofSeconds(30));
    }

    private static Dossier dossier(int customer) {
        Item one = new RandomItems(customer).any();
        Party party = one.now().party();
        List<OpenCase> items = new ArrayList<>();
        IntStream.range(0, ITEMS)
                .forEach(i -> items.add(new OpenCase(
                        (long) customer * ITEMS + i,
                        new RandomItems((long) customer * ITEMS + i).any().now().with(party),
                        null)));
        return new Dossier(
                customer,
                String.valueOf(customer),
                "Customer " + customer,
                null,
                null,
                party,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                items,
                null,
                Traits.UNKNOWN);
    }
}
