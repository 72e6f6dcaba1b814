package dev.dunwell.cases.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.People;
import dev.dunwell.archive.Archive;
import dev.dunwell.cases.AnswerQuestion;
import dev.dunwell.cases.Case;
import dev.dunwell.cases.CaseFile;
import dev.dunwell.cases.Cases;
import dev.dunwell.cases.ResolveDispute;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One dispute or question: what it is, what was written and kept about it, and how it can end. */
@Controller
class CasePage {

    private static final int LONGEST_NAME = 200;

    private final Cases cases;
    private final CaseFile file;
    private final ResolveDispute resolve;
    private final AnswerQuestion answerQuestion;
    private final People people;
    private final Archive archive;

    CasePage(
            Cases cases,
            CaseFile file,
            ResolveDispute resolve,
            AnswerQuestion answerQuestion,
            People people,
            Archive archive) {
        this.cases = cases;
        this.file = file;
        this.resolve = resolve;
        this.answerQuestion = answerQuestion;
        this.people = people;
        this.archive = archive;
    }

    @GetMapping({"/disputes/{id}", "/questions/{id}"})
    ModelAndView show(Caller caller, @PathVariable long id, HttpServletRequest request) {
        return page(caller, new Asked(kind(request), id, Map.of()), List.of());
    }

    @PostMapping({"/disputes/{id}/notes", "/questions/{id}/notes"})
    ModelAndView note(
            Caller caller,
            @PathVariable long id,
            @RequestParam Map<String, String> values,
            HttpServletRequest request) {
        var asked = new Asked(kind(request), id, values);
        return act(caller, asked, typed -> {
            file.note(caller, asked.kind, id, typed.text("text"));
            return "Noted.";
        });
    }

    @PostMapping({"/disputes/{id}/papers", "/questions/{id}/papers"})
    ModelAndView keep(
            Caller caller, @PathVariable long id, @RequestParam MultipartFile paper, HttpServletRequest request)
            throws IOException {
        Case.Kind kind = kind(request);
        if (paper.isEmpty()) {
            return page(
                    caller,
                    new Asked(kind, id, Map.of()),
                    List.of(new Problem(0, "paper", "Choose a file that is not empty.")));
        }
        file.keep(caller, kind, id, name(paper), paper);
        return onward(kind, id, "Kept.");
    }

    @PostMapping({"/disputes/{id}/assignment", "/questions/{id}/assignment"})
    ModelAndView give(
            Caller caller,
            @PathVariable long id,
            @RequestParam Map<String, String> values,
            HttpServletRequest request) {
        var asked = new Asked(kind(request), id, values);
        return act(caller, asked, typed -> {
            typed.demand("dueOn", "Give the day until which it is to be settled.");
            LocalDate dueOn = typed.day("dueOn");
            Long owner = typed.id("owner");
            typed.check();
            file.give(caller, asked.kind, id, owner, Objects.requireNonNull(dueOn));
            return "Given away; it stands on their list.";
        });
    }

    @PostMapping("/disputes/{id}/credit")
    ModelAndView credit(Caller caller, @PathVariable long id, @RequestParam Map<String, String> values) {
        return act(caller, new Asked(Case.Kind.DISPUTE, id, values), typed -> {
            resolve.credit(caller, id, typed.text("creditNumber"), typed.text("why"));
            return "Credited. The credit note settles what was in dispute.";
        });
    }

    @PostMapping("/disputes/{id}/rejection")
    ModelAndView reject(Caller caller, @PathVariable long id, @RequestParam Map<String, String> values) {
        return act(caller, new Asked(Case.Kind.DISPUTE, id, values), typed -> {
            resolve.reject(caller, id, typed.text("why"));
            return "Rejected. The letter that says why is among the papers; reminders go on.";
        });
    }

    @PostMapping("/disputes/{id}/split")
    ModelAndView split(Caller caller, @PathVariable long id, @RequestParam Map<String, String> values) {
        return act(caller, new Asked(Case.Kind.DISPUTE, id, values), typed -> {
            typed.demand("credited", "Give the part that they are right about.");
            var credited = typed.amount("credited", typed.text("currency"));
            typed.check();
            String number = typed.text("creditNumber");
            resolve.split(caller, id, Objects.requireNonNull(credited), number, typed.text("why"));
            return "Split. The letter that says why is among the papers; reminders go on for the rest.";
        });
    }

    @PostMapping("/questions/{id}/answer")
    ModelAndView answer(Caller caller, @PathVariable long id, @RequestParam Map<String, String> values) {
        return act(caller, new Asked(Case.Kind.QUESTION, id, values), typed -> {
            answerQuestion.answer(caller, id, typed.text("answer"));
            return "Answered. The reminders go on from where they stood.";
        });
    }

    @GetMapping("/cases/papers/{id}")
    void paper(@PathVariable long id, HttpServletResponse response) throws IOException {
        CaseFile.Paper paper = file.paper(id).orElseThrow(() -> new NotFound("paper"));
        response.setContentType("application/octet-stream");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(paper.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (InputStream in = archive.open(paper.hash())) {
            in.transferTo(response.getOutputStream());
        }
    }

    private record Asked(Case.Kind kind, long id, Map<String, String> values) {}

    private ModelAndView act(Caller caller, Asked asked, Function<Typed, String> act) {
        try {
            var typed = new Typed(asked.values, caller.organisation().locale());
            return onward(asked.kind, asked.id, act.apply(typed));
        } catch (BadInput e) {
            return page(caller, asked, e.problems());
        } catch (Refusal e) {
            return page(caller, asked, List.of(new Problem(0, "", e.reason())));
        }
    }

    private ModelAndView page(Caller caller, Asked asked, List<Problem> problems) {
        Case about = cases.get(asked.kind, asked.id, caller.today());
        String below = "POST /" + asked.kind.resource() + "/{id}/";
        var view = new CaseView(
                about,
                file.entries(asked.kind, asked.id),
                people.all(),
                asked.values,
                problems,
                caller.may(below + "notes"),
                caller.may(below + "assignment"),
                caller.may(below + (about.isDispute() ? "credit" : "answer")));
        var page = new ModelAndView("cases/case").addObject("view", view);
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private static ModelAndView onward(Case.Kind kind, long id, String done) {
        return Onward.to("/" + kind.resource() + "/" + id, Flash.done(done));
    }

    private static Case.Kind kind(HttpServletRequest request) {
        return request.getServletPath().startsWith("/questions/") ? Case.Kind.QUESTION : Case.Kind.DISPUTE;
    }

    private static String name(MultipartFile paper) {
        String given = Objects.requireNonNullElse(paper.getOriginalFilename(), "");
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return name.isEmpty() ? "file" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
