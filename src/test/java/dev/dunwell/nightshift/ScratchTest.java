package dev.dunwell.nightshift;

import dev.dunwell.access.*;
import dev.dunwell.collections.NightRuns;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(properties = {"spring.datasource.url=jdbc:postgresql://127.0.0.1:55999/dunwell","spring.datasource.username=dunwell_app","spring.flyway.enabled=false"})
class ScratchTest {
    @Autowired NightShift shift; @Autowired Organisations orgs;
    @Test void night() {
        var org = Tenant.in(2, () -> orgs.current());
        System.out.println(org);
        for (int i = 0; i < 8; i++) {
            int k = i;
            long t = System.nanoTime();
            var r = Tenant.in(2, () -> shift.work(org, LocalDate.of(2026,11,22).plusDays(k), Actor.automation("t")));
            System.out.println("NIGHT " + (System.nanoTime()-t)/1000000 + " ms " + r);
        }
    }
}
