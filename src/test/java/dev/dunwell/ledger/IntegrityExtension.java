package dev.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** After each test the books of all organisations are whole: {@code @ExtendWith(IntegrityExtension.class)}. */
public class IntegrityExtension implements AfterEachCallback {

    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2013, 6, 30), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 11, 23), LocalDate.MAX);

    @Override
    public void afterEach(ExtensionContext test) {
        var context = SpringExtension.getApplicationContext(test);
        var checker = context.getBean(LedgerChecker.class);
        for (Organisation organisation : context.getBean(Organisations.class).all()) {
            Tenant.runIn(
                    organisation.id(),
                    () -> DAYS.forEach(day -> assertThat(checker.check(day))
                            .as("the book of " + organisation.name())
                            .isEmpty()));
        }
    }
}
