package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.reach.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a night wants to write to far more customers than usual. */
class UsualTest {

    private static final Limits.Brake BRAKE = new Limits.Brake(3, 50);

    @Test
    void usual_is_the_median_of_the_nights_that_wrote() {
        assertThat(Usual.of(List.of(40, 0, 20, 0, 400)).median()).isEqualTo(40);
        assertThat(Usual.of(List.of(0, 20, 40, 30)).median()).isEqualTo(30);
    }

    @Test
    void a_night_is_stopped_above_both_the_floor_and_the_multiple() {
        Usual forty = Usual.of(List.of(40, 40, 40));
        assertThat(forty.objection(120, BRAKE)).isNull();
        assertThat(forty.objection(121, BRAKE))
                .isEqualTo("It wants to write to 121 customers. Usual are 40; more than 120 need a yes.");
        Usual ten = Usual.of(List.of(10, 10, 10));
        assertThat(ten.objection(50, BRAKE)).isNull();
        assertThat(ten.objection(51, BRAKE)).isNotNull();
    }

    @Test
    void with_fewer_than_three_nights_nobody_knows_what_is_usual() {
        assertThat(Usual.of(List.of(1, 1)).objection(5000, BRAKE)).isNull();
    }
}
