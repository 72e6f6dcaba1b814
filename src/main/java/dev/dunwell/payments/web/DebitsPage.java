package dev.dunwell.payments.web;

import dev.dunwell.access.Caller;
import dev.dunwell.archive.Archive;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.payments.GiveMandate;
import dev.dunwell.payments.debit.DebitNotices;
import dev.dunwell.payments.debit.DebitRun;
import dev.dunwell.payments.debit.DebitRuns;
import dev.dunwell.payments.debit.MakeDebitRun;
import dev.dunwell.payments.debit.Mandate;
import dev.dunwell.payments.debit.Mandates;
import dev.dunwell.payments.debit.RecordMandate;
import dev.dunwell.payments.debit.SettleDebits;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Direct debits: mandates, what can be collected, the files for the bank, what came and what came back. */
@Controller
class DebitsPage {

    private static final String ALL = "/direct-debits";
    private static final String ONE = ALL + "/{id}";
    private static final int SHOWN = 20;

    private final Mandates mandates;
    private final DebitRuns runs;
    private final Customers customers;
    private final Archive archive;
    private final Acts acts;

    DebitsPage(Mandates mandates, DebitRuns runs, Customers customers, Archive archive, Acts acts) {
        this.mandates = mandates;
        this.runs = runs;
        this.customers = customers;
        this.archive = archive;
        this.acts = acts;
    }

    /** What can be done. */
    @Component
    record Acts(GiveMandate give, RecordMandate record, MakeDebitRun make, DebitNotices notices, SettleDebits settle) {}

    @GetMapping(ALL)
    ModelAndView all(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "core") String scheme) {
        Mandates.Creditor creditor = mandates.creditor().orElse(null);
        LocalDate collectOn = on == null ? caller.today().plusDays(creditor == null ? 14 : creditor.noticeDays()) : on;
        Mandate.Scheme chosen = scheme.equals("b2b") ? Mandate.Scheme.B2B : Mandate.Scheme.CORE;
        return new ModelAndView("payments/debits")
                .addObject("creditor", creditor)
                .addObject("collectOn", collectOn)
                .addObject("scheme", chosen)
                .addObject("due", runs.due(chosen, collectOn, caller.today()))
                .addObject("runs", runs.latest(SHOWN))
                .addObject("mandates", mandates.running())
                .addObject("mayChange", caller.may("POST " + ALL));
    }

    @PostMapping(ALL + "/creditor")
    ModelAndView creditor(
            Caller caller, @RequestParam String creditorId, @RequestParam(defaultValue = "0") int noticeDays) {
        acts.record.creditor(caller.actor(), creditorId, noticeDays);
        return Onward.to(ALL, Flash.done("Saved. Files made from now on carry it."));
    }

    @PostMapping(ALL + "/mandates")
    ModelAndView give(Caller caller, @RequestParam Map<String, String> form) {
        try {
            String reference = acts.give.give(caller.actor(), caller.today(), mandate(caller, form));
            return Onward.to(
                    ALL, Flash.done("Mandate " + reference + " is written down. Tell the payer its reference."));
        } catch (BadInput bad) {
            ModelAndView page = all(caller, null, "core")
                    .addObject("typed", form)
                    .addObject("refused", bad.problems().getFirst().message());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private GiveMandate.Wanted mandate(Caller caller, Map<String, String> form) {
        var typed = new Typed(form, caller.organisation().locale());
        LocalDate signedOn = typed.day("signedOn");
        typed.check();
        Customer customer = customers
                .byNumber(form.getOrDefault("customer", "").strip())
                .orElseThrow(() -> BadInput.in("customer", "There is no customer with this number."));
        String bic = form.getOrDefault("bic", "").strip().toUpperCase(Locale.ROOT);
        return new GiveMandate.Wanted(
                customer.id(),
                "b2b".equals(form.get("scheme")),
                form.containsKey("isOnce"),
                signedOn == null ? caller.today() : signedOn,
                form.getOrDefault("holder", ""),
                form.getOrDefault("iban", ""),
                bic.isEmpty() ? null : bic,
                form.getOrDefault("consent", ""));
    }

    @PostMapping(ALL + "/mandates/{id}/end")
    ModelAndView end(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String why) {
        acts.record.revoke(caller.actor(), caller.today(), id, why);
        return Onward.to(ALL, Flash.done("Ended. Nothing is collected under it any more."));
    }

    @PostMapping(ALL)
    ModelAndView make(
            Caller caller,
            @RequestParam LocalDate collectOn,
            @RequestParam(defaultValue = "core") String scheme,
            @RequestParam(defaultValue = "") List<Long> invoice) {
        Mandate.Scheme chosen = scheme.equals("b2b") ? Mandate.Scheme.B2B : Mandate.Scheme.CORE;
        long run = acts.make.make(caller, chosen, collectOn, invoice);
        return Onward.to(
                ALL + "/" + run, Flash.done("The file is made. Its payers are told; then send it to your bank."));
    }

    @GetMapping(ONE)
    ModelAndView one(Caller caller, @PathVariable long id) {
        DebitRun run = runs.byId(id).orElseThrow(() -> new NotFound("collection"));
        return new ModelAndView("payments/debit-run")
                .addObject("run", run)
                .addObject("items", runs.items(id))
                .addObject("notices", acts.notices.of(id))
                .addObject("isDue", !run.collectOn().isAfter(caller.today()))
                .addObject("mayChange", caller.may("POST " + ALL));
    }

    @GetMapping(ONE + "/file")
    void file(@PathVariable long id, HttpServletResponse response) throws IOException {
        DebitRun run = runs.byId(id).orElseThrow(() -> new NotFound("collection"));
        long missing =
                acts.notices.of(id).stream().filter(notice -> !notice.isTold()).count();
        if (missing > 0) {
            throw Refusal.conflict(
                    "not-told",
                    "%d of the payers are not told yet. Wait until the mails have left, or tell them another way."
                            .formatted(missing));
        }
        response.setContentType("application/xml");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + run.messageId() + ".xml\"");
        try (InputStream in = archive.open(run.hash())) {
            in.transferTo(response.getOutputStream());
        }
    }

    @PostMapping(ONE + "/told")
    ModelAndView told(Caller caller, @PathVariable long id) {
        acts.notices.toldOtherwise(caller, id);
        return Onward.to(ALL + "/" + id, Flash.done("Noted. The file can go to the bank."));
    }

    @PostMapping(ONE + "/booking")
    ModelAndView book(Caller caller, @PathVariable long id) {
        acts.settle.book(caller, id);
        return Onward.to(ALL + "/" + id, Flash.done("Booked: each line is a payment of its invoice."));
    }

    @PostMapping(ONE + "/returns")
    ModelAndView returned(
            Caller caller,
            @PathVariable long id,
            @RequestParam long item,
            @RequestParam(defaultValue = "") String code,
            @RequestParam LocalDate on) {
        acts.settle.returned(caller, item, code.strip().toUpperCase(Locale.ROOT), on);
        return Onward.to(ALL + "/" + id, Flash.done("Written down. The invoice is open again."));
    }
}
