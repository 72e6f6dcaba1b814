package dev.dunwell.conversations;

import dev.dunwell.messaging.JointParts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whose an answer to a joint mail is, line by line. A line that names one vendor is that one's; a line that names
 * several is nobody's, since each would read of the other: who has nothing else to read is told to ask. What names
 * nobody belongs to those who are named elsewhere, or to all. Pure.
 */
final class JointAnswer {

    /** Says the same whyever there is nothing to show. */
    static final String ASK = "They answered this reminder by mail. Please ask them what they meant.";

    private JointAnswer() {}

    /** What each is to read; who is not meant is absent. */
    static Map<JointParts.One, String> of(String words, List<JointParts.One> parts) {
        List<String> lines = words.lines().toList();
        List<JointParts.One> named = parts.stream()
                .filter(part -> lines.stream().anyMatch(line -> names(line, part)))
                .toList();
        Map<JointParts.One, String> all = new LinkedHashMap<>();
        for (JointParts.One part : named.isEmpty() ? parts : named) {
            String own = lines.stream()
                    .filter(line -> parts.stream()
                            .noneMatch(other -> other.organisation() != part.organisation() && names(line, other)))
                    .collect(Collectors.joining("\n"))
                    .strip();
            all.put(part, own.isEmpty() ? ASK : own);
        }
        return all;
    }

    private static boolean names(String line, JointParts.One part) {
        String small = line.toLowerCase(Locale.ROOT);
        return part.signs().stream().anyMatch(sign -> small.contains(sign.toLowerCase(Locale.ROOT)));
    }
}
