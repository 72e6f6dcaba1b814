package dev.dunwell.insight.web;

import dev.dunwell.access.Caller;
import dev.dunwell.insight.Aging;
import dev.dunwell.insight.Buckets;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.ledger.Viewpoint;
import dev.dunwell.web.Csv;
import dev.dunwell.web.Several;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The aging of every customer as a file, written while it is read. */
@Controller
class AgingDownload {

    private final Aging aging;

    private final Knowledge knowledge;

    AgingDownload(Aging aging, Knowledge knowledge) {
        this.aging = aging;
        this.knowledge = knowledge;
    }

    @Operation(summary = "The aging of every customer, or of some, as CSV, one line for each customer and currency")
    @GetMapping({"/aging.csv", "/api/v1/aging.csv"})
    void download(
            Caller caller,
            Viewpoint view,
            @RequestParam(defaultValue = "due") String basis,
            @RequestParam(defaultValue = "") String buckets,
            @RequestParam(defaultValue = "") String customer,
            HttpServletResponse response)
            throws IOException {
        AsOf asOf = knowledge.see(caller, view);
        Buckets by = AgingApi.buckets(caller, basis, buckets);
        String file = "aging-by-%s-%s.csv".formatted(by.basis().code(), asOf.day());
        try (Csv csv = Csv.download(response, file, headings(by))) {
            aging.customers(new Aging.Question(asOf, by, Several.read(customer)), line -> csv.row(cells(line)));
        }
    }

    private static String[] headings(Buckets buckets) {
        List<String> headings = new ArrayList<>(List.of("customer", "name", "currency"));
        buckets.names()
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
