package dev.dunwell.letters.web;

import dev.dunwell.access.Caller;
import dev.dunwell.archive.Archive;
import dev.dunwell.letters.LetterBatch;
import dev.dunwell.letters.LetterBatches;
import dev.dunwell.letters.PostLetters;
import dev.dunwell.letters.PrintLetters;
import dev.dunwell.letters.WriteLetter;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Letters on paper: what waits, what was printed, what went to the post. */
@Controller
class LettersPage {

    private static final String ADDRESS = "/letters";

    private final LetterBatches batches;
    private final PrintLetters printLetters;
    private final PostLetters postLetters;
    private final WriteLetter writeLetter;
    private final Archive archive;

    LettersPage(
            LetterBatches batches,
            PrintLetters printLetters,
            PostLetters postLetters,
            WriteLetter writeLetter,
            Archive archive) {
        this.batches = batches;
        this.printLetters = printLetters;
        this.postLetters = postLetters;
        this.writeLetter = writeLetter;
        this.archive = archive;
    }

    @GetMapping(ADDRESS)
    ModelAndView list(Caller caller) {
        return new ModelAndView("letters/letters")
                .addObject("waiting", batches.waiting())
                .addObject("batches", batches.latest())
                .addObject("mayPrint", caller.may("POST " + ADDRESS));
    }

    @PostMapping(ADDRESS)
    ModelAndView print(Caller caller) {
        Optional<LetterBatch> batch = printLetters.print(caller);
        return batch.isEmpty()
                ? Onward.to(
                        ADDRESS, Flash.refused("Nothing to print: what waited is withdrawn, printed, or not due yet."))
                : Onward.to(
                        ADDRESS + "/" + batch.get().id(),
                        Flash.done("Printed into one file. Say here when it went to the post."));
    }

    @GetMapping("/letters/{id}")
    ModelAndView batch(Caller caller, @PathVariable long id) {
        return new ModelAndView("letters/batch")
                .addObject("batch", batches.byId(id))
                .addObject("letters", batches.letters(id))
                .addObject("mayPost", caller.may("POST /letters/{id}/posting"));
    }

    @PostMapping("/letters/{id}/posting")
    ModelAndView posting(Caller caller, @PathVariable long id, @RequestParam @Nullable LocalDate on) {
        LocalDate day = on == null ? caller.today() : on;
        return done(
                ADDRESS + "/" + id,
                "Posted. The customers have heard from you on that day.",
                () -> postLetters.post(caller, id, day));
    }

    @PostMapping("/letters/{id}/undo")
    ModelAndView undo(Caller caller, @PathVariable long id) {
        return done(ADDRESS, "Taken back. Its letters wait again.", () -> postLetters.undo(caller, id));
    }

    /** Prints a mail instead of sending it. */
    @PostMapping("/messages/{id}/paper")
    ModelAndView instead(Caller caller, @PathVariable long id) {
        return done(
                "/messages/" + id,
                "It waits under Letters on paper to be printed.",
                () -> writeLetter.instead(caller, id));
    }

    @Operation(summary = "A batch of letters as one PDF; the same bytes every time")
    @GetMapping({"/letters/{id}.pdf", "/api/v1/letter-batches/{id}.pdf"})
    void file(@PathVariable long id, HttpServletResponse response) throws IOException {
        LetterBatch batch = batches.byId(id);
        send(batch.hash(), batch.fileName(), response);
    }

    @Operation(summary = "A letter on paper as it was printed")
    @GetMapping({"/messages/{id}.pdf", "/api/v1/messages/{id}.pdf"})
    void letter(@PathVariable long id, HttpServletResponse response) throws IOException {
        send(batches.sheet(id).orElseThrow(() -> new NotFound("printed letter")), "letter-" + id + ".pdf", response);
    }

    private void send(String hash, String name, HttpServletResponse response) throws IOException {
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try (InputStream in = archive.open(hash)) {
            in.transferTo(response.getOutputStream());
        }
    }

    private static ModelAndView done(String page, String done, Runnable act) {
        try {
            act.run();
            return Onward.to(page, Flash.done(done));
        } catch (BadInput bad) {
            return Onward.to(page, Flash.refused(bad.problems().getFirst().message()));
        } catch (Refusal refusal) {
            return Onward.to(page, Flash.refused(refusal.reason()));
        }
    }
}
