package dev.dunwell.access.web;

import dev.dunwell.access.ApiKeys;
import dev.dunwell.access.Caller;
import dev.dunwell.access.IssueKey;
import dev.dunwell.access.RevokeKey;
import dev.dunwell.access.Role;
import dev.dunwell.access.Secret;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys with which programs speak for the organisation. */
@Controller
class KeysPage {

    private static final String ADDRESS = "/settings/keys";

    private final ApiKeys keys;
    private final IssueKey issueKey;
    private final RevokeKey revokeKey;

    KeysPage(ApiKeys keys, IssueKey issueKey, RevokeKey revokeKey) {
        this.keys = keys;
        this.issueKey = issueKey;
        this.revokeKey = revokeKey;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller) {
        return page(caller, Map.of(), Map.of());
    }

    /** Answers with the page itself and not by sending on: the key is shown here and never again. */
    @PostMapping(ADDRESS)
    ModelAndView issue(
            Caller caller,
            @RequestParam Map<String, String> form,
            @RequestParam String name,
            @RequestParam String role,
            HttpServletResponse response) {
        try {
            Secret key = issueKey.issue(name, Role.read(role), caller.actor());
            return page(caller, Map.of(), Map.of()).addObject("issued", key);
        } catch (BadInput bad) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(caller, form, bad.byField());
        }
    }

    @PostMapping(ADDRESS + "/{id}/revocation")
    ModelAndView revoke(Caller caller, @PathVariable long id, RedirectAttributes next) {
        revokeKey.revoke(id, caller.actor());
        next.addFlashAttribute(
                Flash.ATTRIBUTE, Flash.done("The key is revoked. Whatever used it is refused from now on."));
        return Redirect.to(ADDRESS);
    }

    private ModelAndView page(Caller caller, Map<String, String> values, Map<String, String> problems) {
        return new ModelAndView("access/keys")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject("keys", keys.all())
                .addObject("values", values)
                .addObject("problems", problems);
    }
}
