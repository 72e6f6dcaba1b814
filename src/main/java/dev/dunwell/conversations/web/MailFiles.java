package dev.dunwell.conversations.web;

import dev.dunwell.archive.Archive;
import dev.dunwell.conversations.Inbox;
import dev.dunwell.conversations.ReceivedMail;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Files that strangers sent. They are handed on as bytes to save, whatever their sender calls them: no browser shows or
 * runs one.
 */
@Controller
class MailFiles {

    private final Inbox inbox;
    private final Archive archive;

    MailFiles(Inbox inbox, Archive archive) {
        this.inbox = inbox;
        this.archive = archive;
    }

    @GetMapping("/inbox/{id}/files/{number}")
    ResponseEntity<InputStreamResource> file(@PathVariable long id, @PathVariable int number) {
        ReceivedMail.File file = inbox.file(id, number);
        return saved(file.name(), file.hash());
    }

    /** The mail as it came, head and all. */
    @GetMapping("/inbox/{id}/original")
    ResponseEntity<InputStreamResource> original(@PathVariable long id) {
        return saved("mail-" + id + ".eml", inbox.one(id).mail().rawHash());
    }

    private ResponseEntity<InputStreamResource> saved(String name, String hash) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new InputStreamResource(archive.open(hash)));
    }
}
