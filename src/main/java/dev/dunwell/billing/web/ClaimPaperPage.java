package dev.dunwell.billing.web;

import dev.dunwell.archive.Archive;
import dev.dunwell.archive.KeptFile;
import dev.dunwell.billing.Charge;
import dev.dunwell.billing.Charges;
import dev.dunwell.billing.PrintClaim;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The paper of a claim for late payment. */
@Controller
class ClaimPaperPage {

    private final Charges charges;
    private final PrintClaim printClaim;
    private final Archive archive;

    ClaimPaperPage(Charges charges, PrintClaim printClaim, Archive archive) {
        this.charges = charges;
        this.printClaim = printClaim;
        this.archive = archive;
    }

    @Operation(summary = "The paper of a claimed charge as PDF; the same bytes every time")
    @GetMapping({"/late-charges/{id}.pdf", "/api/v1/late-charges/{id}.pdf"})
    void file(@PathVariable long id, HttpServletResponse response) throws IOException {
        Charge charge = charges.byId(id).orElseThrow(() -> new NotFound("charge"));
        String hash = printClaim.of(id).orElseThrow(() -> new NotFound("paper of the charge"));
        String name = String.valueOf(charge.decision().receivableNumber()).replace('/', '-') + ".pdf";
        KeptFile.send(archive, hash, name, "application/pdf", response);
    }
}
