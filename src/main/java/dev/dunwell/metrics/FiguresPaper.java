package dev.dunwell.metrics;

import dev.dunwell.access.Organisation;
import dev.dunwell.archive.Pdf;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Percents;
import dev.dunwell.web.Show;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The overview on one sheet of A4. */
@Component
public class FiguresPaper {

    /** How many alerts there is room for. */
    public static final int ALERTS = 5;

    private final TemplateEngine templates;
    private final Pdf pdf;

    FiguresPaper(TemplateEngine templates, Pdf pdf) {
        this.templates = templates;
        this.pdf = pdf;
    }

    /** What the sheet shows. */
    public record Sheet(Organisation organisation, Overview overview, List<Alert> alerts, Show show) {

        /** The ages of the day in whole percent of all. */
        public List<Integer> percents() {
            return Percents.of(ages());
        }

        /** Not due, and past due by up to 30, 60, 90 and more days. */
        public List<Money> ages() {
            Standing last = overview.ages().getLast();
            return List.of(Fact.NOT_DUE, Fact.LATE_30, Fact.LATE_60, Fact.LATE_90, Fact.LATE_MORE).stream()
                    .map(fact -> new Money(last.of(fact).longValueExact(), overview.currency()))
                    .toList();
        }
    }

    public byte[] pdf(Organisation organisation, Overview overview, List<Alert> alerts) {
        var show = new Show(organisation.locale(), organisation.zone(), overview.asOf());
        var output = new StringOutput();
        templates.render("metrics/paper.jte", Map.of("sheet", new Sheet(organisation, overview, alerts, show)), output);
        return pdf.of(output.toString());
    }

    /** The mail it comes with. */
    String words(Organisation organisation, Overview overview) {
        var show = new Show(organisation.locale(), organisation.zone(), overview.asOf());
        return """
                The figures of %s as of %s are in the file that comes with this mail.

                Receivables: %s
                Overdue share: %s
                Days sales outstanding: %s
                Collection effectiveness: %s
                """.formatted(
                        organisation.name(),
                        show.dayText(overview.asOf()),
                        Figures.text(show, overview, "receivables"),
                        Figures.text(show, overview, "overdue-share"),
                        Figures.text(show, overview, "dso"),
                        Figures.text(show, overview, "cei"));
    }
}
