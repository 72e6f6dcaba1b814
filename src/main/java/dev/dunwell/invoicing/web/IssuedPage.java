package dev.dunwell.invoicing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.KeptFile;
import dev.dunwell.invoicing.CreditInvoice;
import dev.dunwell.invoicing.CreditLines;
import dev.dunwell.invoicing.CreditedLines;
import dev.dunwell.invoicing.Issued;
import dev.dunwell.invoicing.IssuedDocuments;
import dev.dunwell.invoicing.SendInvoice;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Typed;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was issued: the list, one document with its files, and taking it back. */
@Controller
class IssuedPage {

    private static final int SHOWN = 200;

    private final IssuedDocuments documents;
    private final CreditInvoice creditInvoice;
    private final CreditLines creditLines;
    private final CreditedLines creditedLines;
    private final SendInvoice sendInvoice;
    private final Archive archive;

    IssuedPage(
            IssuedDocuments documents,
            CreditInvoice creditInvoice,
            CreditLines creditLines,
            CreditedLines creditedLines,
            SendInvoice sendInvoice,
            Archive archive) {
        this.documents = documents;
        this.creditInvoice = creditInvoice;
        this.creditLines = creditLines;
        this.creditedLines = creditedLines;
        this.sendInvoice = sendInvoice;
        this.archive = archive;
    }

    /** @param before the id of the last document of the page before */
    @GetMapping("/invoicing/issued")
    ModelAndView list(@RequestParam(required = false) @Nullable Long before) {
        List<Issued> found = before == null ? documents.latest(SHOWN + 1) : documents.before(before, SHOWN + 1);
        boolean isMore = found.size() > SHOWN;
        List<Issued> shown = isMore ? found.subList(0, SHOWN) : found;
        return new ModelAndView("invoicing/issued-list")
                .addObject("documents", shown)
                .addObject("older", isMore ? shown.getLast().id() : null);
    }

    @GetMapping("/invoicing/issued/{id}")
    ModelAndView one(Caller caller, @PathVariable long id) {
        Issued issued = documents.byId(id).orElseThrow(() -> new NotFound("document"));
        return new ModelAndView("invoicing/issued")
                .addObject("issued", issued)
                .addObject("sent", documents.sent(id).orElse(null))
                .addObject("credited", creditedLines.of(id))
                .addObject("mayCredit", caller.may("POST /invoicing/issued/{id}/credit"));
    }

    @PostMapping("/invoicing/issued/{id}/credit")
    ModelAndView credit(
            Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean again) {
        try {
            long credit = creditInvoice.credit(caller.actor(), id, reason, again, caller.today());
            sendInvoice.send(caller.organisation(), credit, caller.today());
            return Onward.to("/invoicing/issued/" + credit, Flash.done("It is taken back."));
        } catch (BadInput bad) {
            return Onward.to(
                    "/invoicing/issued/" + id,
                    Flash.refused(bad.problems().getFirst().message()));
        } catch (Refusal refused) {
            return Onward.to("/invoicing/issued/" + id, Flash.refused(String.valueOf(refused.getMessage())));
        }
    }

    /** Some of it, by its lines: {@code line0}, {@code line1} and so on hold what is credited of each, net. */
    @PostMapping("/invoicing/issued/{id}/credit/lines")
    ModelAndView creditLines(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        String back = "/invoicing/issued/" + id;
        Issued issued = documents.byId(id).orElseThrow(() -> new NotFound("document"));
        try {
            var wanted = new CreditLines.Wanted(id, amounts(caller, issued, form), form.getOrDefault("reason", ""));
            long credit = creditLines.credit(caller.actor(), wanted, caller.today());
            sendInvoice.send(caller.organisation(), credit, caller.today());
            return Onward.to("/invoicing/issued/" + credit, Flash.done("Some of it is credited."));
        } catch (BadInput bad) {
            return Onward.to(back, Flash.refused(bad.problems().getFirst().message()));
        } catch (Refusal refused) {
            return Onward.to(back, Flash.refused(refused.reason()));
        }
    }

    private static Map<Integer, Money> amounts(Caller caller, Issued issued, Map<String, String> form) {
        var typed = new Typed(form, caller.organisation().locale());
        String currency = issued.content().sums().gross().currency().getCurrencyCode();
        Map<Integer, Money> amounts = new HashMap<>();
        for (int line = 0; line < issued.content().lines().size(); line++) {
            Money amount = typed.amount("line" + line, currency);
            if (amount != null) {
                amounts.put(line, amount);
            }
        }
        typed.check();
        return amounts;
    }

    @Operation(summary = "A file of an issued document: pdf, cii or ubl; the same bytes every time")
    @GetMapping({"/invoicing/issued/{id}/files/{form}", "/api/v1/issued-documents/{id}/files/{form}"})
    void file(@PathVariable long id, @PathVariable String form, HttpServletResponse response) throws IOException {
        Issued issued = documents.byId(id).orElseThrow(() -> new NotFound("document"));
        String hash = issued.files().get(form);
        if (hash == null) {
            throw new NotFound("file");
        }
        boolean isPdf = form.equals("pdf");
        String name = issued.number() + (isPdf ? ".pdf" : ".xml");
        KeptFile.send(archive, hash, name, isPdf ? "application/pdf" : "application/xml", response);
    }
}
