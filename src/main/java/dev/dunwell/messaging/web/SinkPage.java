package dev.dunwell.messaging.web;

import dev.dunwell.messaging.SinkMails;
import dev.dunwell.web.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The mailbox of this installation: what would have gone out. */
@Controller
class SinkPage {

    private static final int ROWS = 50;

    private final SinkMails mails;

    SinkPage(SinkMails mails) {
        this.mails = mails;
    }

    @GetMapping("/sink")
    String list(@RequestParam @Nullable String cursor, Model model) {
        Cursor before = Cursor.parse(cursor, 1);
        model.addAttribute("page", mails.page(before, ROWS));
        model.addAttribute("isFirstPage", before == null);
        return "messaging/sink";
    }

    /** The mail as a file that any mail program opens. */
    @GetMapping("/sink/{id}")
    ResponseEntity<byte[]> raw(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mail-" + id + ".eml\"")
                .body(mails.raw(id));
    }
}
