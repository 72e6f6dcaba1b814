package dev.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * After each test the books of all organisations that its class founded are whole:
 * {@code @ExtendWith(IntegrityExtension.class)}.
 */
public class IntegrityExtension implements BeforeAllCallback, AfterEachCallback {

    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2013, 6, 30), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 11, 23), LocalDate.MAX);

    private int foundedBefore;

    @Override
    public void beforeAll(ExtensionContext tests) {
        foundedBefore = organisations(tests).mapToInt(Organisation::id).max().orElse(0);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var checker = SpringExtension.getApplicationContext(test).getBean(LedgerChecker.class);
        organisations(test)
                .filter(organisation -> organisation.id() > foundedBefore)
                .forEach(organisation -> Tenant.runIn(
                        organisation.id(),
                        () -> DAYS.forEach(day -> assertThat(checker.check(day))
                                .as("the book of " + organisation.name())
                                .isEmpty())));
    }

    private static Stream<Organisation> organisations(ExtensionContext test) {
        return SpringExtension.getApplicationContext(test).getBean(Organisations.class).all().stream();
    }
}
