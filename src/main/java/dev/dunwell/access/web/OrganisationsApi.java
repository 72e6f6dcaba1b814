package dev.dunwell.access.web;

import dev.dunwell.access.Actor;
import dev.dunwell.access.FoundOnce;
import dev.dunwell.access.FoundOrganisation;
import dev.dunwell.access.IssueKey;
import dev.dunwell.access.NewOrganisation;
import dev.dunwell.access.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Founding organisations, for whoever holds the key of the installation. */
@RestController
class OrganisationsApi {

    private static final Actor INSTALLATION = Actor.key("installation");

    private final FoundOrganisation foundOrganisation;
    private final FoundOnce foundOnce;
    private final IssueKey issueKey;

    OrganisationsApi(FoundOrganisation foundOrganisation, FoundOnce foundOnce, IssueKey issueKey) {
        this.foundOrganisation = foundOrganisation;
        this.foundOnce = foundOnce;
        this.issueKey = issueKey;
    }

    /**
     * @param currency ISO 4217, {@code EUR}
     * @param zone {@code Europe/Berlin}
     * @param locale {@code de-DE}
     * @param country ISO 3166 for the holidays of its calendar, may be left out
     */
    record OrganisationRequest(
            @Nullable String name,
            @Nullable String currency,
            @Nullable String zone,
            @Nullable String locale,
            @Nullable String country) {

        NewOrganisation read() {
            Map<String, @Nullable String> given = new HashMap<>();
            given.put("name", name);
            given.put("currency", currency);
            given.put("zone", zone);
            given.put("locale", locale);
            given.put("country", country);
            return NewOrganisation.read(given);
        }
    }

    /** @param apiKey an administrator's key for it, shown only here */
    record Founded(int id, String apiKey) {}

    @Operation(summary = "Found an organisation; its mail is on hold and its key is shown only here")
    @PostMapping("/api/v1/organisations")
    @ResponseStatus(HttpStatus.CREATED)
    Founded found(
            @RequestBody OrganisationRequest request,
            @Parameter(hidden = true) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return key == null
                ? foundOrganisation.found(request.read(), INSTALLATION, this::founded)
                : foundOnce.found(key, request.read(), INSTALLATION, this::founded);
    }

    private Founded founded(int id) {
        String key =
                issueKey.issue("first key", Role.ADMINISTRATOR, INSTALLATION).text();
        return new Founded(id, key);
    }
}
