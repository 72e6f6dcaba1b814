package dev.dunwell.agencies.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agencies.AgencyEntries;
import dev.dunwell.agencies.PlacedAccount;
import dev.dunwell.agencies.PlacedAccounts;
import dev.dunwell.agencies.ReportBack;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.KeptFile;
import dev.dunwell.evidence.EvidencePack;
import dev.dunwell.evidence.EvidencePacks;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the people of an agency see: the accounts placed with it. Every handler asks {@link PlacedAccounts} first. */
@Controller
class PlacedPage {

    private static final String ONE = "/placed/{id}";

    private final PlacedAccounts accounts;
    private final AgencyEntries entries;
    private final ReportBack reportBack;
    private final EvidencePacks packs;
    private final Archive archive;

    PlacedPage(
            PlacedAccounts accounts,
            AgencyEntries entries,
            ReportBack reportBack,
            EvidencePacks packs,
            Archive archive) {
        this.accounts = accounts;
        this.entries = entries;
        this.reportBack = reportBack;
        this.packs = packs;
        this.archive = archive;
    }

    @GetMapping("/placed")
    ModelAndView all(Caller caller) {
        return new ModelAndView("agencies/placed").addObject("accounts", accounts.mine(caller));
    }

    @GetMapping(ONE)
    ModelAndView one(Caller caller, @PathVariable long id) {
        PlacedAccount account = accounts.one(caller, id);
        return new ModelAndView("agencies/placed-account")
                .addObject("account", account)
                .addObject("contacts", accounts.contacts(caller, id))
                .addObject("entries", entries.of(account.id()));
    }

    @PostMapping(ONE + "/log")
    ModelAndView log(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        PlacedAccount account = accounts.one(caller, id);
        var typed = new Typed(form, caller.organisation().locale());
        var told = new ReportBack.Told(
                typed.text("kind"),
                typed.text("body"),
                typed.amount("amount", account.bill().placed().currency().getCurrencyCode()),
                typed.day("dueOn"));
        typed.check();
        reportBack.report(caller, id, told);
        return Onward.to("/placed/" + id, Flash.done("Written down; the client sees it at once."));
    }

    @GetMapping(ONE + "/evidence.pdf")
    void paper(Caller caller, @PathVariable long id, HttpServletResponse response) throws IOException {
        EvidencePack pack = packs.byId(accounts.one(caller, id).packId());
        KeptFile.send(archive, pack.pdfHash(), pack.name() + ".pdf", MediaType.APPLICATION_PDF_VALUE, response);
    }

    @GetMapping(ONE + "/evidence.zip")
    void zip(Caller caller, @PathVariable long id, HttpServletResponse response) throws IOException {
        EvidencePack pack = packs.byId(accounts.one(caller, id).packId());
        KeptFile.send(archive, pack.zipHash(), pack.name() + ".zip", "application/zip", response);
    }
}
