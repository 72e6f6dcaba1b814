package dev.dunwell.payments;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Problem;
import dev.dunwell.payments.reference.Scheme;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names the account that money of a currency goes to. The first one holds at once; another waits for a second person
 * and some days ({@link ConfirmAccount}), and the one before is shown until then. Refuses a second change meanwhile, an
 * IBAN whose check digits are wrong, a QR reference without a QR-IBAN and the other way round, and half an address.
 */
@Component
public class ChangeBankAccount {

    private static final int LONGEST = 70;
    private static final Set<String> WITHOUT_IBAN = Set.of("US", "CA", "AU", "NZ", "IN", "JP", "SG", "HK", "ZA", "CN");

    private final BankAccounts accounts;
    private final AccountChanges changes;
    private final Audit audit;

    ChangeBankAccount(BankAccounts accounts, AccountChanges changes, Audit audit) {
        this.accounts = accounts;
        this.changes = changes;
        this.audit = audit;
    }

    /** @return whether it holds now; else it waits for a second person */
    @Transactional
    public boolean change(Caller caller, BankAccount account) {
        check(account);
        boolean isFirst = accounts.of(account.currency()).isEmpty();
        if (isFirst) {
            accounts.insert(account, caller.actor().name());
        } else if (changes.of(account.currency()).isPresent()) {
            throw Refusal.conflict("change-waits", "Another change of this account waits. Take it back first.");
        } else {
            changes.insert(account, caller.actor(), caller.personId());
        }
        audit.write(
                caller.actor(),
                isFirst ? "bank-account.named" : "bank-account.asked",
                "organisation",
                null,
                Map.of(
                        "currency", account.currency().getCurrencyCode(),
                        "holder", account.holder(),
                        "number", account.number(),
                        "scheme", account.scheme().code()));
        return isFirst;
    }

    private static void check(BankAccount account) {
        List<Problem> problems = new ArrayList<>();
        if (account.holder().isBlank() || account.holder().length() > LONGEST) {
            problems.add(new Problem(0, "holder", "Name whose account it is, in at most 70 characters."));
        }
        if (account.number().isBlank() || looksLikeIban(account.number()) && !account.hasIban()) {
            problems.add(new Problem(0, "number", "The check digits of this IBAN are wrong. Copy it from the bank."));
        }
        if (account.bic() != null && !account.bic().matches("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?")) {
            problems.add(new Problem(0, "bic", "A BIC has 8 or 11 letters and digits, as GIBAATWWXXX."));
        }
        if ((account.scheme() == Scheme.QRR) != account.hasQrIban()) {
            problems.add(new Problem(
                    0, "scheme", "A QR reference goes with a QR-IBAN, and a QR-IBAN with a QR reference only."));
        }
        BankAccount.Address at = account.address();
        if (at != null
                && (at.postcode().isBlank()
                        || at.town().isBlank()
                        || !at.country().matches("[A-Z]{2}"))) {
            problems.add(new Problem(0, "town", "Give postcode, town and a country of two letters, or leave all out."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private static boolean looksLikeIban(String number) {
        return number.matches("[A-Z]{2}\\d\\d.*") && !WITHOUT_IBAN.contains(number.substring(0, 2));
    }
}
