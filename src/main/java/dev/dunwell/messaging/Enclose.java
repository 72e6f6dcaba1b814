package dev.dunwell.messaging;

import dev.dunwell.messaging.Enclosures.Enclosed;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds what goes with messages whose words are being written, where those words say that something does. */
@Component
class Enclose {

    private final List<Enclosures> enclosures;
    private final Letters letters;

    Enclose(List<Enclosures> enclosures, Letters letters) {
        this.enclosures = enclosures;
        this.letters = letters;
    }

    /**
     * @param byMessage the text that each message is written from; one that takes nothing along is absent afterwards
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Map<Long, Enclosed> of(Map<Long, TextKey> byMessage, Stationery stationery, Map<Long, String> edited) {
        Map<TextKey, Boolean> takes = new HashMap<>();
        Collection<Long> asked = byMessage.entrySet().stream()
                .filter(each -> takes(edited.get(each.getKey()))
                        .orElseGet(() ->
                                takes.computeIfAbsent(each.getValue(), key -> letters.takesCopies(key, stationery))))
                .map(Map.Entry::getKey)
                .toList();
        Map<Long, Enclosed> all = new HashMap<>();
        if (!asked.isEmpty()) {
            enclosures.forEach(each -> all.putAll(each.of(asked)));
        }
        return all;
    }

    private static Optional<Boolean> takes(@Nullable String source) {
        return Optional.ofNullable(source).map(words -> Placeholder.isUsed(words, "copies"));
    }

    /** What its letter shows, with what goes along. */
    static Map<String, Object> words(Map<String, Object> words, Enclosed enclosed, String language) {
        Map<String, Object> all = new HashMap<>(words);
        all.put("copies", enclosed.words(Wording.of(language)));
        return all;
    }
}
