package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Action;
import dev.dunwell.collections.ReasonCode;
import dev.dunwell.collections.web.OpenItemsView.Group;
import dev.dunwell.collections.web.OpenItemsView.Row;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.Icon;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The open items on the customer page: amounts from the ledger, state and next step from what was decided. */
@Controller
class OpenItemsPanel {

    private static final String ITEMS = Sql.named("collections/open-items");

    private final JdbcClient db;

    OpenItemsPanel(JdbcClient db) {
        this.db = db;
    }

    @GetMapping("/customers/{id}/open-items")
    @Transactional(readOnly = true)
    public String items(Caller caller, @PathVariable long id, Model model) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        db.sql(ITEMS).param("today", caller.today()).param("customer", id).query(row -> {
            rows.computeIfAbsent(row.getString("currency"), _ -> new ArrayList<>())
                    .add(row(row, caller.today()));
        });
        model.addAttribute(
                "view",
                new OpenItemsView(rows.entrySet().stream()
                        .map(e -> group(e.getKey(), e.getValue()))
                        .toList()));
        return "collections/open-items";
    }

    private static Group group(String currency, List<Row> rows) {
        Money sum = rows.stream().map(Row::open).reduce(Money.ofMinor(0, currency), Money::plus);
        return new Group(currency, sum, rows);
    }

    private static Row row(ResultSet row, LocalDate today) throws SQLException {
        String currency = row.getString("currency");
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        State state = dueOn == null ? credit(row) : decided(row, dueOn, today);
        String reason = row.getString("reason");
        return new Row(
                row.getObject("id", Long.class),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                dueOn,
                Money.ofMinor(row.getLong("amount"), currency),
                Money.ofMinor(row.getLong("open_amount"), currency),
                state.icon,
                state.word,
                state.tone,
                reason == null ? "is decided tonight" : reason);
    }

    private record State(Icon icon, String word, String tone) {}

    private static State credit(ResultSet row) throws SQLException {
        return row.getString("code").equals("payment")
                ? new State(Icon.MONEY, "On account", "muted")
                : new State(Icon.CREDIT, "Credit note", "muted");
    }

    private static State decided(ResultSet row, LocalDate dueOn, LocalDate today) throws SQLException {
        String action = row.getString("action");
        if (action == null) {
            return new State(Icon.OPEN, "New", "muted");
        }
        return switch (Action.valueOf(action.toUpperCase(Locale.ROOT))) {
            case SEND -> new State(Icon.SEND, "Goes tonight", "accent");
            case CALL -> new State(Icon.CALL, "Call due", "warn");
            case HOLD -> held(ReasonCode.valueOf(row.getString("code")));
            case WAIT -> new State(Icon.OPEN, dueOn.isBefore(today) ? "Waiting" : "Not due", "muted");
        };
    }

    private static State held(ReasonCode code) {
        return switch (code) {
            case DISPUTED -> new State(Icon.DISPUTE, "Disputed", "warn");
            case PROMISED -> new State(Icon.PROMISE, "Promised", "accent");
            case ADDRESS_BOUNCED -> new State(Icon.BOUNCED, "Bounced", "bad");
            default -> new State(Icon.HOLD, "Held", "muted");
        };
    }
}
