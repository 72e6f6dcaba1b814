package dev.dunwell.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private record Address(String street, @Nullable String town) {}

    private record Person(String name, Address address) {}

    @Test
    void only_what_differs_is_told_by_its_own_name() {
        var before = new Person("Ann", new Address("High Street", null));
        var after = new Person("Ann", new Address("High Street", "Ulm"));
        assertThat(Changes.between(before, after)).isEqualTo(Map.of("town", "none → Ulm"));
        assertThat(Changes.between(after, after)).isEmpty();
    }
}
