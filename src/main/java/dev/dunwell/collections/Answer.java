package dev.dunwell.collections;

import java.time.LocalDate;
import java.util.function.Supplier;

/** What one rule of the gate answers for one item on one day, always with a because. */
public sealed interface Answer {

    String because();

    /** Yes, it stops; {@code because} is a sentence, {@code nextOn} the first day it may answer otherwise. */
    record Stop(String because, LocalDate nextOn) implements Answer {}

    /** No, it lets pass. Its words are written only when somebody reads them: a night passes millions of rules. */
    record Pass(Supplier<String> words) implements Answer {
        @Override
        public String because() {
            return words.get();
        }
    }

    /** It was not asked: no step is due, or the question makes no sense for the one that is. */
    record NotAsked(String because) implements Answer {}
}
