package dev.dunwell.cases;

import dev.dunwell.statements.Letterhead;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;

/** The agreement of a plan, as {@code cases/agreement.jte} prints it. */
public record Agreement(
        CaseWords words,
        Letterhead letterhead,
        String vendor,
        Plan plan,
        List<Plan.Line> lines,
        List<Plan.Part> parts) {

    private static final TemplateEngine HTML = TemplateEngine.createPrecompiled(ContentType.Html);

    String html() {
        var output = new StringOutput();
        HTML.render("cases/agreement.jte", this, output);
        return output.toString();
    }
}
