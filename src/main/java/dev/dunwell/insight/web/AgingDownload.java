package dev.dunwell.insight.web;

import dev.dunwell.access.Caller;
import dev.dunwell.insight.Aging;
import dev.dunwell.insight.Basis;
import dev.dunwell.web.Csv;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The aging of every customer as a file, written while it is read. */
@Controller
class AgingDownload {

    private final Aging aging;

    AgingDownload(Aging aging) {
        this.aging = aging;
    }

    @Operation(summary = "The aging of every customer as CSV, one line for each customer and currency")
    @GetMapping({"/aging.csv", "/api/v1/aging.csv"})
    void download(
            Caller caller,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "due") String basis,
            HttpServletResponse response)
            throws IOException {
        LocalDate day = asOf == null ? caller.today() : asOf;
        Basis by = AgingApi.basis(basis);
        String file = "aging-by-%s-%s.csv".formatted(by.code(), day);
        try (Csv csv = Csv.download(response, file, headings(by))) {
            aging.customers(day, by, line -> csv.row(cells(line)));
        }
    }

    private static String[] headings(Basis basis) {
        List<String> headings = new ArrayList<>(List.of("customer", "name", "currency"));
        basis.buckets()
                .forEach(name -> headings.add(name.equals("not due") ? name : name + " days")); // 1-30 alone is a date
        headings.addAll(List.of("open", "credit"));
        return headings.toArray(String[]::new);
    }

    private static Object[] cells(Aging.CustomerLine line) {
        List<Object> cells =
                new ArrayList<>(List.of(line.number(), line.name(), line.open().currency()));
        cells.addAll(line.buckets());
        cells.addAll(List.of(line.open(), line.credit()));
        return cells.toArray();
    }
}
