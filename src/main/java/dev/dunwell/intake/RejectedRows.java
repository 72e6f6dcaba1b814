package dev.dunwell.intake;

import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.table.Row;
import dev.dunwell.intake.formats.table.Rows;
import dev.dunwell.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The rows of a file, as they came: a few to see what its columns hold, and those that are wrong with the reasons. */
@Component
public class RejectedRows {

    private static final int SAMPLE = 5;
    private static final int SAMPLE_DOCUMENTS = 50;

    private final OpenUpload uploads;
    private final Problems problems;

    RejectedRows(OpenUpload uploads, Problems problems) {
        this.uploads = uploads;
        this.problems = problems;
    }

    /** Each wrong row whose reasons are kept, in the order of the file. Needs no transaction. */
    public void each(Batch batch, BiConsumer<Row, String> take) {
        Map<Long, String> reasons = problems.of(batch.id(), Problems.MOST_KEPT).stream()
                .collect(Collectors.groupingBy(
                        Problem::row, Collectors.mapping(RejectedRows::reason, Collectors.joining(" "))));
        uploads.read(batch, upload -> {
            try (Rows rows = upload.table().rows()) {
                rows.forEachRemaining(row -> {
                    String reason = reasons.get(row.number());
                    if (reason != null) {
                        take.accept(row, reason);
                    }
                });
            }
            return reasons.size();
        });
    }

    /** The first rows of a file that can be read as a table; none of one that cannot. */
    public List<Row> sample(Batch batch) {
        try {
            return uploads.read(
                    batch,
                    upload -> upload.table().sample(upload.kind() == Kind.E_INVOICES ? SAMPLE_DOCUMENTS : SAMPLE));
        } catch (NoTable refused) {
            return List.of();
        }
    }

    private static String reason(Problem problem) {
        return problem.column().isEmpty() ? problem.message() : problem.column() + ": " + problem.message();
    }
}
