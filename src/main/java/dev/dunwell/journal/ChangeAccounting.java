package dev.dunwell.journal;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets how the journal goes into the general ledger. What was exported stays as it was. */
@Component
public class ChangeAccounting {

    private static final String ACCOUNT = "[A-Za-z0-9.-]{1,20}";

    private final AccountNumbers accountNumbers;
    private final Audit audit;

    ChangeAccounting(AccountNumbers accountNumbers, Audit audit) {
        this.accountNumbers = accountNumbers;
        this.audit = audit;
    }

    /**
     * @param given all settings at once as text: the accounts by their codes, and consultant, client, accountDigits,
     *     yearBegins, withDocuments
     * @throws BadInput with everything that cannot be used
     */
    @Transactional
    public AccountingSettings change(Actor actor, Map<String, String> given) {
        AccountingSettings settings = read(given);
        accountNumbers.replace(settings);
        audit.write(actor, "accounting.changed", "organisation", null, Map.of("settings", settings.toString()));
        return settings;
    }

    private static AccountingSettings read(Map<String, String> given) {
        List<Problem> problems = new ArrayList<>();
        Map<Account, String> numbers = new EnumMap<>(Account.class);
        for (Account account : Account.values()) {
            String number = given.getOrDefault(account.code(), "").strip();
            if (number.matches(ACCOUNT)) {
                numbers.put(account, number);
            } else if (!number.isEmpty()) {
                problems.add(new Problem(0, account.code(), "Write letters, digits, points and hyphens, at most 20."));
            }
        }
        var settings = new AccountingSettings(
                numbers,
                number(given, "consultant", 1, 9_999_999, problems),
                number(given, "client", 1, 99_999, problems),
                orElse(number(given, "accountDigits", 4, 8, problems), 4),
                orElse(number(given, "yearBegins", 1, 12, problems), 1),
                given.containsKey("withDocuments"));
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return settings;
    }

    private static @Nullable Integer number(
            Map<String, String> given, String field, int least, int most, List<Problem> problems) {
        String text = given.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            return null;
        } else if (text.matches("\\d{1,7}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.valueOf(text);
        } else {
            problems.add(new Problem(0, field, "Give a whole number from " + least + " to " + most + "."));
            return null;
        }
    }

    private static int orElse(@Nullable Integer number, int otherwise) {
        return number == null ? otherwise : number;
    }
}
