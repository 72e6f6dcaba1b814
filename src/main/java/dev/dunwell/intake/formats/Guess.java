package dev.dunwell.intake.formats;

import dev.dunwell.intake.formats.table.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Maps columns by their headings, as far as that is sure: a heading that is known to mean one thing, standing once,
 * with no rival in the file. The rest is left to a person. The known headings stand in {@code intake/headings.txt}.
 */
public final class Guess {

    /** For one target the sets of headings that mean it, the strongest set first. */
    private record Names(List<Set<String>> byStrength) {}

    private static final Map<Kind, Map<Target, Names>> KNOWN = load();

    private Guess() {}

    public static Mapping of(Kind kind, List<String> headings) {
        Mapping mapping = new Mapping(Map.of());
        for (Map.Entry<Target, Names> known : KNOWN.getOrDefault(kind, Map.of()).entrySet()) {
            String heading = sure(known.getValue(), headings);
            if (heading != null) {
                mapping = mapping.with(known.getKey(), heading);
            }
        }
        return withCurrencyOfAmount(mapping, kind);
    }

    private static @Nullable String sure(Names names, List<String> headings) {
        for (Set<String> equallyStrong : names.byStrength) {
            List<String> found = headings.stream()
                    .filter(heading -> equallyStrong.contains(plain(heading))
                            || equallyStrong.contains(plain(withoutCurrency(heading))))
                    .toList();
            if (!found.isEmpty()) {
                boolean rivals = found.size() > 1 || headings.contains(found.getFirst() + " (2)");
                return rivals ? null : found.getFirst();
            }
        }
        return null;
    }

    /** {@code Amount (EUR)} or {@code Price (EUR)} says the currency of every row, where no column does. */
    private static Mapping withCurrencyOfAmount(Mapping mapping, Kind kind) {
        Optional<Currency> currency = Stream.of(Target.AMOUNT, Target.PRICE)
                .flatMap(target -> Stream.ofNullable(mapping.column(target)))
                .flatMap(heading -> Stream.ofNullable(currencyIn(heading)))
                .findFirst();
        return currency.isEmpty()
                        || mapping.has(Target.CURRENCY)
                        || !kind.targets().contains(Target.CURRENCY)
                ? mapping
                : mapping.with(Target.CURRENCY, "=" + currency.get().getCurrencyCode());
    }

    private static @Nullable Currency currencyIn(String heading) {
        String word = lastWord(heading);
        boolean isCode = word.length() == 3 && word.equals(word.toUpperCase(Locale.ROOT));
        return isCode || word.equals("€") || word.equals("£") ? Currencies.of(word) : null;
    }

    private static String withoutCurrency(String heading) {
        if (currencyIn(heading) == null) {
            return heading;
        }
        String rest = heading.substring(0, heading.lastIndexOf(lastWord(heading)));
        return rest.endsWith(" in ") ? rest.substring(0, rest.length() - 4) : rest;
    }

    private static String lastWord(String heading) {
        int end = heading.length();
        while (end > 0 && ")] ".indexOf(heading.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = end;
        while (start > 0 && "([ ".indexOf(heading.charAt(start - 1)) < 0) {
            start--;
        }
        return start == 0 ? "" : heading.substring(start, end);
    }

    /** Letters and digits only, in lower case and without accents. */
    static String plain(String heading) {
        String spelled = heading.replace("#", " no ").replace('°', 'o');
        String lower = Normalizer.normalize(spelled, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder();
        lower.chars().filter(Character::isLetterOrDigit).forEach(c -> plain.append((char) c));
        return plain.toString();
    }

    private static Map<Kind, Map<Target, Names>> load() {
        Map<Kind, Map<Target, Names>> known = new EnumMap<>(Kind.class);
        List<Kind> section = List.of();
        for (String line : lines()) {
            if (line.startsWith("[")) {
                section = List.of(line.substring(1, line.length() - 1).split(" ", -1)).stream()
                        .map(Kind::ofCode)
                        .toList();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int equals = line.indexOf('=');
                Target target = Objects.requireNonNull(
                        Target.ofKey(line.substring(0, equals).strip()), line);
                Names names = names(line.substring(equals + 1));
                section.forEach(kind ->
                        known.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(target, names));
            }
        }
        return known;
    }

    private static Names names(String list) {
        return new Names(List.of(list.split(">", -1)).stream()
                .map(strength -> {
                    Set<String> names = new HashSet<>();
                    List.of(strength.split(",", -1)).forEach(name -> names.add(plain(name)));
                    return names;
                })
                .map(Set::copyOf)
                .toList());
    }

    private static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(Guess.class.getResourceAsStream("/intake/headings.txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().map(Text::clean).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
