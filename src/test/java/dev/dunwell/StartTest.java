package dev.dunwell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.access.Organisations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("slow")
@DunwellTest
class StartTest {

    @Autowired
    Organisations organisations;

    @Test
    void a_fresh_installation_has_no_organisation() {
        assertThat(organisations.all()).isEmpty();
    }
}
