package dev.dunwell.collections;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The reasons for paying late that may be chosen: those that ship, then those the organisation added. */
@Repository
public class LateReasons {

    private final JdbcClient db;
    private final Audit audit;

    LateReasons(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<LateReason> all() {
        List<LateReason> all = new ArrayList<>(LateReason.SHIPPED);
        all.addAll(db.sql("select code, title, doubts from late_reason where retired_on is null order by title")
                .query((row, _) -> new LateReason(
                        row.getString("code"),
                        row.getString("title"),
                        LateReason.Group.OWN,
                        PressureQuestion.ofCode(row.getString("doubts")).orElse(null)))
                .list());
        return List.copyOf(all);
    }

    @Transactional(readOnly = true)
    public Optional<LateReason> ofCode(@Nullable String code) {
        return all().stream().filter(reason -> reason.code().equals(code)).findFirst();
    }

    /**
     * Adds a reason of the organisation's own.
     *
     * @param code small letters, digits and underscores; refused when taken
     * @param doubts the question before pressure it opens again; null for none
     */
    @Transactional
    public void add(Caller caller, String code, String title, @Nullable PressureQuestion doubts) {
        List<Problem> problems = new ArrayList<>();
        if (!code.matches("[a-z][a-z0-9_]{1,39}") || code.equals(LateReason.NO_ANSWER)) {
            problems.add(new Problem(0, "code", "Give a code of small letters and underscores, such as new_owner."));
        }
        if (title.strip().length() < 2 || title.strip().length() > 60) {
            problems.add(new Problem(0, "title", "Give a title of 2 to 60 letters."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        boolean isShipped =
                LateReason.SHIPPED.stream().anyMatch(reason -> reason.code().equals(code));
        int added = isShipped
                ? 0
                : db.sql("""
                        insert into late_reason (code, title, doubts, author) values (:code, :title, :doubts, :author)
                        on conflict do nothing
                        """)
                        .param("code", code)
                        .param("title", title.strip())
                        .param("doubts", doubts == null ? null : doubts.code())
                        .param("author", caller.actor().name())
                        .update();
        if (added == 0) {
            throw Refusal.conflict("code-taken", "There is a reason " + code + " already; choose another code.");
        }
        audit.write(caller.actor(), "late_reason.added", "organisation", null, Map.of("code", code));
    }
}
