package dev.dunwell.payments;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What payers are warned of: the account they paid to before is not, or will soon not be, the one that is shown. */
@Component
public class AccountNews {

    private static final int NEW_FOR_DAYS = 60;

    private final BankAccounts accounts;
    private final AccountChanges changes;

    AccountNews(BankAccounts accounts, AccountChanges changes) {
        this.accounts = accounts;
        this.changes = changes;
    }

    /**
     * @param changedOn the last day within two months on which an account took the place of another; null: none did
     * @param changesOn the day on which one will; null: none is known
     */
    public record News(
            @Nullable LocalDate changedOn, @Nullable LocalDate changesOn) {

        public boolean isThere() {
            return changedOn != null || changesOn != null;
        }
    }

    @Transactional(readOnly = true)
    public News of(LocalDate today) {
        LocalDate next = changes.open().stream()
                .map(AccountChange::holdsFrom)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new News(accounts.changedSince(today.minusDays(NEW_FOR_DAYS)).orElse(null), next);
    }
}
