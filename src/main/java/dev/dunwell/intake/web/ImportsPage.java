package dev.dunwell.intake.web;

import dev.dunwell.access.Caller;
import dev.dunwell.intake.Batch;
import dev.dunwell.intake.Batches;
import dev.dunwell.intake.Problems;
import dev.dunwell.intake.RejectedRows;
import dev.dunwell.intake.TakeFile;
import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.Mapping;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The files that came or are coming in, and the place to bring one. */
@Controller
class ImportsPage {

    private static final int LISTED = 100;
    private static final int PROBLEMS = 30;

    private final Batches batches;
    private final Problems problems;
    private final RejectedRows rejectedRows;
    private final TakeFile takeFile;

    ImportsPage(Batches batches, Problems problems, RejectedRows rejectedRows, TakeFile takeFile) {
        this.batches = batches;
        this.problems = problems;
        this.rejectedRows = rejectedRows;
        this.takeFile = takeFile;
    }

    @GetMapping("/imports")
    String list(Caller caller, Model model) {
        model.addAttribute("imports", batches.newest(LISTED));
        model.addAttribute("mayBring", caller.may("POST /imports"));
        return "intake/imports";
    }

    @PostMapping("/imports")
    ModelAndView bring(Caller caller, @RequestParam String kind, @RequestParam List<MultipartFile> file) {
        List<MultipartFile> brought =
                file.stream().filter(one -> !one.isEmpty()).toList();
        if (brought.isEmpty()) {
            throw BadInput.in("file", "Choose a file that is not empty.");
        }
        long last = 0;
        for (MultipartFile one : brought) {
            var taken = new TakeFile.Brought(ImportsApi.kind(kind), FileNames.of(one), one, new Mapping(Map.of()));
            last = takeFile.take(caller.actor(), taken);
        }
        return brought.size() == 1
                ? Onward.to("/imports/" + last, Flash.done("The file is here and is being read."))
                : Onward.to("/imports", Flash.done(brought.size() + " files are here and are being read."));
    }

    @GetMapping("/imports/{id}")
    String show(Caller caller, @PathVariable long id, Model model) {
        Batch batch = batches.byId(id);
        boolean isShown = batch.state() == Batch.State.NEEDS_MAPPING
                || batch.kind() == Kind.E_INVOICES && batch.state() != Batch.State.FAILED && !batch.isMoving();
        model.addAttribute(
                "view",
                new ImportView(
                        batch,
                        problems.of(id, PROBLEMS),
                        isShown ? rejectedRows.sample(batch) : List.of(),
                        caller.may("POST /imports/{id}/commit")));
        return "intake/import";
    }

    @GetMapping("/imports/{id}/rejected")
    void rejected(@PathVariable long id, HttpServletResponse response) throws IOException {
        RejectedDownload.write(batches.byId(id), rejectedRows, response);
    }
}
