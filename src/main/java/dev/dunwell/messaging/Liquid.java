package dev.dunwell.messaging;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import liqp.Insertion;
import liqp.Template;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.blocks.Block;
import liqp.filters.Filter;
import liqp.nodes.LNode;
import liqp.parser.Flavor;
import liqp.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The Liquid language with everything taken out that a letter does not need. A template can be written by a user: it
 * sees the maps it is given and nothing else, names only variables that exist, opens no file, builds no large text, and
 * ends soon because its tags and its iterations are counted: a clock beside it would need a second thread, and handing
 * each letter over and back took longer than writing it. Whatever is not on the two short lists below is refused when
 * the template comes to it.
 */
final class Liquid {

    static final int MOST_CHARACTERS = 20_000;
    static final int MOST_TAGS = 500;
    private static final int MOST_ITERATIONS = 10_000;
    private static final int MOST_RENDERED_CHARACTERS = 100_000;

    private static final Set<String> TAGS = Set.of("if", "unless", "case", "for", "break", "continue", "comment");
    private static final Set<String> FILTERS =
            Set.of("capitalize", "default", "downcase", "first", "last", "size", "strip", "truncate", "upcase");

    private static final TemplateParser PARSER = lockedDown();

    private static final ThreadLocal<Map<String, Template>> PARSED = ThreadLocal.withInitial(Latest::new);

    /** The templates used last. */
    private static final class Latest extends LinkedHashMap<String, Template> {
        private static final long serialVersionUID = 1;
        private static final int MOST = 64;

        Latest() {
            super(MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Template> eldest) {
            return size() > MOST;
        }
    }

    private Liquid() {}

    /** Fills the template in. Refuses one that is too large, wrong, unending, or names what is not in the model. */
    static String render(String template, Map<String, Object> model) {
        if (template.length() > MOST_CHARACTERS || tags(template) > MOST_TAGS) {
            throw new LetterRefused("A template has at most %d characters and %d places to fill in: shorten it."
                    .formatted(MOST_CHARACTERS, MOST_TAGS));
        }
        try {
            return parsed(template).renderUnguarded(new HashMap<>(model));
        } catch (RuntimeException | StackOverflowError e) {
            throw new LetterRefused("The template cannot be filled in: " + reason(e), e);
        }
    }

    /**
     * Reading a template costs ten times as much as filling it in, and a template filled in is not shared by threads.
     */
    private static Template parsed(String template) {
        return PARSED.get().computeIfAbsent(template, PARSER::parse);
    }

    private static TemplateParser lockedDown() {
        var parser = new TemplateParser.Builder()
                .withFlavor(Flavor.LIQUID)
                .withStrictVariables(true)
                .withLocale(Locale.ROOT)
                .withDefaultTimeZone(ZoneOffset.UTC)
                .withNameResolver(name -> {
                    throw new IOException("a template reads no files: " + name);
                })
                .withMaxTemplateSizeBytes(MOST_CHARACTERS)
                .withMaxIterations(MOST_ITERATIONS)
                .withMaxSizeRenderedString(MOST_RENDERED_CHARACTERS);
        for (Insertion insertion : Flavor.LIQUID.getInsertions().values()) {
            if (TAGS.contains(insertion.getName())) {
                continue;
            }
            if (insertion instanceof Block) {
                parser.withBlock(new RefusedBlock(insertion.getName()));
            } else {
                parser.withTag(new RefusedTag(insertion.getName()));
            }
        }
        for (Filter filter : Flavor.LIQUID.getFilters().values()) {
            if (!FILTERS.contains(filter.name)) {
                parser.withFilter(new RefusedFilter(filter.name));
            }
        }
        return parser.build();
    }

    private static int tags(String template) {
        return template.split("\\{[{%]", -1).length - 1;
    }

    /** The innermost cause says it best; the library wraps it in words of its own. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            innermost = cause;
        }
        return innermost instanceof StackOverflowError
                ? "it is nested too deeply"
                : String.valueOf(innermost.getMessage());
    }

    private static IllegalArgumentException refused(String what, String name) {
        return new IllegalArgumentException("the %s '%s' is not for letters".formatted(what, name));
    }

    private static final class RefusedTag extends Tag {
        RefusedTag(String name) {
            super(name);
        }

        @Override
        public Object render(TemplateContext context, LNode... nodes) {
            throw refused("tag", name);
        }
    }

    private static final class RefusedBlock extends Block {
        RefusedBlock(String name) {
            super(name);
        }

        @Override
        public Object render(TemplateContext context, LNode... nodes) {
            throw refused("block", name);
        }
    }

    private static final class RefusedFilter extends Filter {
        RefusedFilter(String name) {
            super(name);
        }

        @Override
        public Object apply(@Nullable Object value, TemplateContext context, Object... params) {
            throw refused("filter", name);
        }
    }
}
