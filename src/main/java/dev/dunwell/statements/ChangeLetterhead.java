package dev.dunwell.statements;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets what stands on every paper from now on; papers that were made stay as they are. Refuses texts over 1000
 * characters, and a colour that is none. The logo is changed by {@link ChangeLogo}.
 */
@Component
public class ChangeLetterhead {

    private static final int LONGEST = 1000;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    private final Letterheads letterheads;
    private final Audit audit;

    ChangeLetterhead(Letterheads letterheads, Audit audit) {
        this.letterheads = letterheads;
        this.audit = audit;
    }

    @Transactional
    public void change(Actor actor, Letterhead letterhead) {
        List<Problem> problems = new ArrayList<>();
        Map.of(
                        "address", letterhead.address(),
                        "paymentDetails", letterhead.paymentDetails(),
                        "footer", letterhead.footer())
                .forEach((field, text) -> {
                    if (text.length() > LONGEST) {
                        problems.add(new Problem(0, field, "Shorten it to " + LONGEST + " characters."));
                    }
                });
        if (!COLOUR.matcher(letterhead.brand().colour()).matches()) {
            problems.add(new Problem(0, "colour", "Write the colour as # and six digits, as #0f5a66."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        letterheads.replace(letterhead);
        audit.write(
                actor,
                "letterhead.changed",
                "organisation",
                null,
                Map.of(
                        "address", letterhead.address(),
                        "paymentDetails", letterhead.paymentDetails(),
                        "footer", letterhead.footer(),
                        "colour", letterhead.brand().colour()));
    }
}
