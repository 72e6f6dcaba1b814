package dev.dunwell.letters.web;

import dev.dunwell.collections.Regard;
import dev.dunwell.messaging.Letters;
import dev.dunwell.messaging.Tone;
import dev.dunwell.web.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Letters by post to one customer.
 *
 * @param address its lines, null when none is known
 */
public record PostView(
        long customerId,
        @Nullable String address,
        Regard.@Nullable Valued valued,
        boolean mayAddress,
        boolean mayWrite,
        boolean mayValue) {

    public List<String> lines() {
        return address == null ? List.of() : address.lines().toList();
    }

    public List<Choice> templates() {
        return Letters.TEMPLATES.stream()
                .map(name -> new Choice(name, TextsView.sentence(name)))
                .toList();
    }

    public List<Choice> tones() {
        return Tone.ALL.stream()
                .map(tone -> new Choice(tone.code(), tone.title()))
                .toList();
    }
}
