package dev.dunwell.demo;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** The verbs a story may use. A word that is none of them is a mistake that names the nearest. */
final class Vocabulary {

    private static final int FAR = 3;

    private final Map<String, Verb> verbs = new TreeMap<>();

    Vocabulary(Collection<Verb> verbs) {
        verbs.forEach(verb -> this.verbs.put(verb.name(), verb));
    }

    Collection<Verb> verbs() {
        return verbs.values();
    }

    Verb find(StoryLine line) {
        Verb verb = verbs.get(line.verb());
        if (verb == null) {
            throw line.mistake("There is no verb \"" + line.verb() + "\"" + nearest(line.verb()));
        }
        return verb;
    }

    private String nearest(String word) {
        return verbs.keySet().stream()
                .filter(verb -> distance(word, verb) <= FAR)
                .min(Comparator.comparingInt(verb -> distance(word, verb)))
                .map(verb -> "; did you mean \"" + verb + "\"?")
                .orElse(". These are known: " + String.join(", ", verbs.keySet()) + ".");
    }

    /** How many letters to add, drop or change to make one word of the other (Levenshtein). */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
