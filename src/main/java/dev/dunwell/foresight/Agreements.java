package dev.dunwell.foresight;

import dev.dunwell.foresight.learning.Agreed;
import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Promises, payment plans, disputes and conditions of open invoices as they stood when a day ended. */
@Repository
class Agreements {

    private static final String AGREED = Sql.named("foresight/agreed");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private static final Map<String, String> STOPPED = Map.of(
            "legal", "Legal proceedings run: nothing is expected within a year.",
            "insolvent", "The customer is insolvent: nothing is expected within a year.",
            "deceased", "The customer has died: nothing is expected within a year.");

    private final JdbcClient db;

    Agreements(JdbcClient db) {
        this.db = db;
    }

    /** By invoice; a running plan stands before a promise, as both speak of the same money. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Map<Long, Agreed> on(LocalDate asOf) {
        Map<Long, List<Row>> rows = new HashMap<>();
        db.sql(AGREED).param("asOf", asOf).query(row -> {
            rows.computeIfAbsent(row.getLong("invoice_id"), _ -> new ArrayList<>())
                    .add(new Row(
                            row.getString("kind"),
                            row.getObject("due_on", LocalDate.class),
                            row.getLong("amount"),
                            row.getLong("open_amount"),
                            new Agreed.Word(
                                    row.getInt("kept"),
                                    row.getInt("judged"),
                                    row.getInt("book_kept"),
                                    row.getInt("book_judged"))));
        });
        Map<Long, Agreed> agreed = new HashMap<>();
        rows.forEach((invoice, all) -> agreed.put(invoice, agreed(all)));
        return agreed;
    }

    private record Row(String kind, LocalDate on, long amount, long open, Agreed.Word word) {}

    private static Agreed agreed(List<Row> all) {
        List<Row> plan = of(all, "plan");
        List<Row> promised = plan.isEmpty() ? of(all, "promise") : plan;
        List<Row> disputed = of(all, "dispute");
        List<Row> stopped =
                all.stream().filter(row -> STOPPED.containsKey(row.kind)).toList();
        if (!stopped.isEmpty()) {
            return stopped(stopped.getFirst());
        }
        List<String> because = new ArrayList<>();
        if (!plan.isEmpty()) {
            because.add("A plan pays it in %d more %s, the next on %s."
                    .formatted(plan.size(), plan.size() == 1 ? "part" : "parts", DAY.format(plan.getFirst().on)));
        } else if (!promised.isEmpty()) {
            because.add(promise(promised.getFirst()));
        }
        disputed.forEach(row ->
                because.add("It is disputed; such disputes are over by about %s.".formatted(DAY.format(row.on))));
        return Agreed.of(
                promised.stream()
                        .map(row -> new Agreed.Share(row.on, row.amount))
                        .toList(),
                promised.isEmpty() ? Agreed.Word.NONE : promised.getFirst().word,
                disputed.isEmpty() ? null : new Agreed.Share(disputed.getFirst().on, disputed.getFirst().amount),
                all.getFirst().open,
                String.join(" ", because));
    }

    private static Agreed stopped(Row row) {
        var nothing = new Agreed.Share(row.on, row.open);
        return Agreed.of(List.of(), Agreed.Word.NONE, nothing, row.open, STOPPED.getOrDefault(row.kind, ""));
    }

    private static String promise(Row row) {
        Agreed.Word word = row.word;
        String kept = word.judged() == 0
                ? "none of the customer’s was judged yet, %d of %d of the book’s were kept"
                        .formatted(word.bookKept(), word.bookJudged())
                : "%d of %d of the customer’s were kept".formatted(word.kept(), word.judged());
        return "Promised for %s; %s.".formatted(DAY.format(row.on), kept);
    }

    private static List<Row> of(List<Row> all, String kind) {
        return all.stream().filter(row -> row.kind.equals(kind)).toList();
    }
}
