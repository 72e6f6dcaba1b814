package dev.dunwell.conversations.mime;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The words of an HTML mail as plain text. Pictures, scripts and what is not shown are left out; quotes keep a
 * {@code >}.
 */
public final class HtmlText {

    private static final int LONGEST = 2_000_000;
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "head", "title", "template", "noscript", "object", "svg", "img", "iframe");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "tr",
            "li",
            "ul",
            "ol",
            "table",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "hr",
            "section",
            "article",
            "header",
            "footer",
            "address",
            "dt",
            "dd");

    private HtmlText() {}

    public static String of(String html) {
        Document page = Jsoup.parse(html.length() <= LONGEST ? html : html.substring(0, LONGEST));
        page.select(String.join(",", UNSEEN)).remove();
        page.select("[style*=display:none],[style*=display: none],[hidden]").remove();
        var words = new Words();
        words.walk(page);
        return words.text();
    }

    private static final class Words implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private int quotes;

        void walk(Document page) {
            page.traverse(this);
        }

        String text() {
            return text.toString()
                    .replaceAll("[ \\t]+\n", "\n")
                    .replaceAll("\n{3,}", "\n\n")
                    .strip();
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                String written = words.text().replace('\u00a0', ' ');
                boolean begins = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
                if (!written.isBlank() || !begins) {
                    text.append(begins ? "> ".repeat(quotes) : "").append(begins ? written.stripLeading() : written);
                }
            } else if (node instanceof Element element) {
                String name = element.normalName();
                if (name.equals("br")) {
                    text.append('\n');
                } else if (BLOCKS.contains(name)) {
                    newLine();
                    text.append(name.equals("hr") ? "________________________________\n" : "");
                    text.append(name.equals("p") && quotes == 0 ? "\n" : "");
                    text.append(name.equals("li") ? "> ".repeat(quotes) + "- " : "");
                }
                quotes += name.equals("blockquote") && quotes < 9 ? 1 : 0;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                quotes -= element.normalName().equals("blockquote") && quotes > 0 ? 1 : 0;
                newLine();
            }
        }

        private void newLine() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
    }
}
