package dev.dunwell.messaging;

import dev.dunwell.messaging.JointMail.Section;
import dev.dunwell.messaging.JointPage.Place;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Makes one letter out of those of several vendors. Each stands in it whole, as it would have left alone: its name, its
 * words, tone and language, its links, its contact; around them only who sends this, and why it is one mail.
 */
@Component
class JointLetters {

    private static final int MOST_NAMED = 3;
    private static final String RULE = "=".repeat(72);
    /** Marks the place of a letter; facts and names are cleaned of them. */
    private static final char OPEN = '\uE000';

    private static final char CLOSE = '\uE001';

    private final TemplateEngine html = TemplateEngine.createPrecompiled(ContentType.Html);

    /** In the language of the first letter. */
    Letter of(List<Section> sections) {
        Wording wording =
                Wording.of(sections.getFirst().departure().mail().letter().language());
        String subject = subject(sections, wording);
        List<Place> places = new ArrayList<>();
        for (Section section : sections) {
            places.add(place(section, places.size()));
        }
        var page = new JointPage(
                wording.language(), subject, wording.word("jointIntro"), wording.word("jointChange"), places);
        return new Letter(subject, text(sections, page), html(sections, page), wording.language());
    }

    private static String subject(List<Section> sections, Wording wording) {
        List<String> names = sections.stream()
                .map(section -> clean(section.vendor()))
                .distinct()
                .toList();
        return names.size() <= MOST_NAMED
                ? wording.word("jointSubject").replace("{0}", wording.list(names))
                : wording.word("jointSubjectMany").replace("{0}", Integer.toString(names.size()));
    }

    private static Place place(Section section, int index) {
        OutgoingMail alone = section.departure().mail();
        String language = alone.letter().language();
        Mailbox answers = alone.replyTo() == null ? alone.from() : alone.replyTo();
        String subject = URLEncoder.encode("Re: " + alone.letter().subject(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        String answer = Wording.of(language).word("jointAnswer").replace("{0}", clean(section.vendor()));
        return new Place(
                OPEN + Integer.toString(index) + CLOSE,
                language,
                answers.address().equals(Embark.NOBODY) ? "" : answer.replace("{1}", answers.address()),
                "mailto:" + answers.address() + "?subject=" + subject);
    }

    private static String text(List<Section> sections, JointPage page) {
        var text = new StringBuilder(page.intro()).append("\n\n");
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            text.append(RULE).append('\n').append(clean(section.vendor())).append("\n\n");
            text.append(section.departure().mail().letter().text()).append('\n');
            text.append(page.places().get(i).answer()).append("\n\n");
        }
        return text.append(RULE).append('\n').append(page.change()).append('\n').toString();
    }

    private String html(List<Section> sections, JointPage page) {
        var output = new StringOutput();
        html.render("messaging/joint.jte", page, output);
        String whole = output.toString();
        for (int i = 0; i < sections.size(); i++) {
            String letter = sections.get(i).departure().mail().letter().html();
            whole = whole.replace(page.places().get(i).mark(), sheet(letter));
        }
        return whole;
    }

    /** The sheet of a letter out of {@code messaging/letter.jte}, without the page around it. */
    static String sheet(String html) {
        int begin = html.lastIndexOf("<table", html.indexOf("max-width:640px"));
        int end = html.lastIndexOf("</table>", html.lastIndexOf("</table>") - 1);
        if (begin < 0 || end < begin) {
            throw new LetterRefused("The letter has no sheet that a joint mail could show.");
        }
        return html.substring(begin, end) + "</table>";
    }

    private static String clean(String name) {
        return name.replaceAll("[\\uE000-\\uF8FF]", "");
    }
}
