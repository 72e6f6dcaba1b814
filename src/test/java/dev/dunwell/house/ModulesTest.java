package dev.dunwell.house;

import dev.dunwell.Dunwell;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Data flows one way: each module imports only what its package-info allows. */
class ModulesTest {

    @Test
    void data_flows_one_way() {
        ApplicationModules.of(Dunwell.class).verify();
    }
}
