package dev.dunwell.access.web;

import dev.dunwell.access.Audit;
import dev.dunwell.access.AuditEntry;
import dev.dunwell.access.Caller;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who wrote what and when, and whether the chain of it is whole. */
@Controller
class AuditPage {

    private static final int ROWS = 50;

    private final Audit audit;

    AuditPage(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/settings/audit")
    ModelAndView show(Caller caller, @RequestParam @Nullable String cursor) {
        Cursor after = Cursor.parse(cursor, 1);
        List<AuditEntry> entries = audit.entriesBefore(after == null ? Long.MAX_VALUE : after.number(0), ROWS + 1);
        OptionalLong broken = audit.firstBreak();
        return new ModelAndView("access/audit")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject("entries", Slice.of(entries, ROWS, entry -> Cursor.of(entry.seq())))
                .addObject("isFirst", after == null)
                .addObject("firstBreak", broken.isPresent() ? broken.getAsLong() : null);
    }
}
