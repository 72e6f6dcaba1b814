package dev.dunwell.intake.web;

import dev.dunwell.access.Caller;
import dev.dunwell.intake.Batches;
import dev.dunwell.intake.ChangeMapping;
import dev.dunwell.intake.CommitImport;
import dev.dunwell.intake.UndoImport;
import dev.dunwell.intake.formats.Mapping;
import dev.dunwell.intake.formats.Question;
import dev.dunwell.intake.formats.Target;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a person decides about an import on its page. */
@Controller
class ImportForms {

    private final Batches batches;
    private final ChangeMapping changeMapping;
    private final CommitImport commitImport;
    private final UndoImport undoImport;

    ImportForms(Batches batches, ChangeMapping changeMapping, CommitImport commitImport, UndoImport undoImport) {
        this.batches = batches;
        this.changeMapping = changeMapping;
        this.commitImport = commitImport;
        this.undoImport = undoImport;
    }

    /** A column counts before a constant for the same target; answers come by the position of their question. */
    @PostMapping("/imports/{id}/mapping")
    ModelAndView map(@PathVariable long id, @RequestParam Map<String, String> form) {
        var batch = batches.byId(id);
        Map<String, String> columns = new HashMap<>();
        for (Target target : batch.kind().targets()) {
            String column = form.getOrDefault("column." + target.key(), "");
            String constant = form.getOrDefault("constant." + target.key(), "").strip();
            columns.put(target.key(), column.isEmpty() && !constant.isEmpty() ? "=" + constant : column);
        }
        Map<String, String> answers = new HashMap<>();
        List<Question> questions = batch.questions();
        for (int i = 0; i < questions.size(); i++) {
            String answer = form.get("answer." + i);
            if (answer != null) {
                answers.put(questions.get(i).column(), answer);
            }
        }
        changeMapping.change(id, new Mapping(columns), answers);
        return Onward.to("/imports/" + id, Flash.done("The file is being read again."));
    }

    @PostMapping("/imports/{id}/fixes")
    ModelAndView fix(
            Caller caller,
            @PathVariable long id,
            @RequestParam List<Long> row,
            @RequestParam List<String> column,
            @RequestParam List<String> value) {
        if (row.size() != column.size() || row.size() != value.size()) {
            throw BadInput.in("value", "Send a row, a column and a value for each cell.");
        }
        List<ChangeMapping.Fix> fixes = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (!value.get(i).isBlank()) {
                fixes.add(new ChangeMapping.Fix(row.get(i), column.get(i), value.get(i)));
            }
        }
        changeMapping.fix(caller.actor(), id, fixes);
        return Onward.to("/imports/" + id, Flash.done("The cells are mended; the file is being read again."));
    }

    @PostMapping("/imports/{id}/commit")
    ModelAndView commit(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "false") boolean skipWrong) {
        commitImport.commit(caller.actor(), id, skipWrong);
        return Onward.to("/imports/" + id, Flash.done("The rows are on their way into the book."));
    }

    @PostMapping("/imports/{id}/undo")
    ModelAndView undo(Caller caller, @PathVariable long id) {
        undoImport.undo(caller.actor(), id);
        return Onward.to("/imports/" + id, Flash.done("It is undone: nothing of it is in the book any more."));
    }
}
