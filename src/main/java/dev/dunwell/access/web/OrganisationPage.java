package dev.dunwell.access.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.ChangeOrganisation;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.access.SetClock;
import dev.dunwell.access.SetMailMode;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organisation's settings: what it is called, where it is, what becomes of its mail, what day it is. */
@Controller
class OrganisationPage {

    private static final String ADDRESS = "/settings/organisation";
    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();

    private final ChangeOrganisation changeOrganisation;
    private final SetMailMode setMailMode;
    private final SetClock setClock;

    OrganisationPage(ChangeOrganisation changeOrganisation, SetMailMode setMailMode, SetClock setClock) {
        this.changeOrganisation = changeOrganisation;
        this.setMailMode = setMailMode;
        this.setClock = setClock;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller) {
        return page(caller, values(caller.organisation()), Map.of());
    }

    @PostMapping(ADDRESS)
    ModelAndView change(
            Caller caller,
            @RequestParam Map<String, String> form,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            changeOrganisation.change(form, caller.actor());
            return saved(next, "The settings are saved.");
        } catch (BadInput bad) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(caller, form, bad.byField());
        }
    }

    @PostMapping(ADDRESS + "/mail")
    ModelAndView mail(Caller caller, @RequestParam String mode, RedirectAttributes next) {
        Organisation changed = setMailMode.set(MailMode.read(mode), caller.actor());
        return saved(next, MailWords.of(changed.mailMode()).now());
    }

    @PostMapping(ADDRESS + "/clock")
    ModelAndView clock(
            Caller caller,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate today,
            RedirectAttributes next) {
        Organisation changed = setClock.set(today, caller.actor());
        return saved(next, changed.isSimulated() ? "The day is simulated." : "The real day is back.");
    }

    private ModelAndView page(Caller caller, Map<String, String> values, Map<String, String> problems) {
        return new ModelAndView("access/organisation")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject("organisation", caller.organisation())
                .addObject("values", values)
                .addObject("problems", problems)
                .addObject("zones", ZONES)
                .addObject("mayChange", caller.may("POST " + ADDRESS))
                .addObject("maySimulate", maySimulate(caller));
    }

    private boolean maySimulate(Caller caller) {
        Organisation organisation = caller.organisation();
        return caller.may("POST " + ADDRESS + "/clock")
                && (organisation.isSimulated() || setClock.isAllowedFor(organisation));
    }

    private static ModelAndView saved(RedirectAttributes next, String words) {
        next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done(words));
        return Redirect.to(ADDRESS);
    }

    private static Map<String, String> values(Organisation organisation) {
        var values = new LinkedHashMap<String, String>();
        values.put("name", organisation.name());
        values.put("zone", organisation.zone().getId());
        values.put("locale", organisation.locale().toLanguageTag());
        values.put("country", Fields.text(organisation.country()));
        values.put("replyTo", Fields.text(organisation.replyTo()));
        var tolerance = new Money(organisation.tolerance(), organisation.currency());
        values.put("tolerance", tolerance.amount().toPlainString());
        values.put("recallMinutes", String.valueOf(organisation.recallMinutes()));
        values.put("nightAt", organisation.nightAt().toString());
        values.put("promiseGraceDays", String.valueOf(organisation.promiseGraceDays()));
        values.put(
                "agingDays",
                organisation.agingDays().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        return values;
    }
}
