package dev.dunwell.intake.web;

import dev.dunwell.intake.Batch;
import dev.dunwell.intake.RejectedRows;
import dev.dunwell.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the wrong rows of a file as a file of the same columns with two more: where and why. */
final class RejectedDownload {

    private RejectedDownload() {}

    static void write(Batch batch, RejectedRows rejected, HttpServletResponse response) throws IOException {
        List<String> headings = new ArrayList<>(batch.headings());
        headings.addAll(List.of("Row", "Reason"));
        try (Csv csv = Csv.download(response, "rejected-" + batch.id() + ".csv", headings.toArray(String[]::new))) {
            rejected.each(batch, (row, reason) -> {
                List<Object> cells = new ArrayList<>();
                for (int i = 0; i < batch.headings().size(); i++) {
                    cells.add(row.cell(i));
                }
                cells.add(row.number());
                cells.add(reason);
                csv.row(cells.toArray());
            });
        }
    }
}
