package dev.dunwell.relations.web;

import dev.dunwell.relations.Accuracy;
import dev.dunwell.relations.Answering;
import dev.dunwell.relations.Mood;
import dev.dunwell.relations.Opinions;
import dev.dunwell.relations.Period;
import dev.dunwell.relations.Sentiments.Noted;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How it is to be this customer of ours, over the last year.
 *
 * @param moods how the last conversations went, the latest first
 */
public record RelationView(
        String customerNumber,
        Period period,
        List<Noted> moods,
        Answering.Figures answers,
        Accuracy.Share accuracy,
        Opinions.Figures opinions) {

    /** Where the last three conversations go against the three before; null with fewer than six. */
    public Mood.@Nullable Trend trend() {
        return Mood.trend(moods.stream().map(Noted::mood).toList()).orElse(null);
    }

    public boolean isEmpty() {
        return moods.isEmpty() && answers.asked() == 0 && accuracy.issued() == 0 && opinions.asked() == 0;
    }

    /** This customer's rows of a measure. */
    public String rows(String path, @Nullable String state) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path)
                .queryParam("from", period.from())
                .queryParam("to", period.to())
                .queryParam("part", "customer")
                .queryParam("name", customerNumber);
        if (state != null) {
            address.queryParam("state", state);
        }
        return address.encode().build().toUriString() + "#rows";
    }

    /** The colour that a mood is shown in beside its word. */
    public static String tone(Mood mood) {
        return switch (mood) {
            case GOOD -> "good";
            case NEUTRAL -> "muted";
            case TENSE -> "warn";
            case HOSTILE -> "bad";
        };
    }
}
