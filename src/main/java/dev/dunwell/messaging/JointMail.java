package dev.dunwell.messaging;

import dev.dunwell.archive.Archive;
import dev.dunwell.messaging.JointMails.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One mail on its way to a payer with what several vendors wrote, held with its own fence.
 *
 * @param messageId its own, which is none of its vendors'
 * @param sections what each wrote, in the order of the letter; never empty while it travels
 */
record JointMail(String messageId, UUID fence, List<Section> sections) {

    JointMail {
        sections = List.copyOf(sections);
    }

    /** What one vendor wrote, as it would have left alone. */
    record Section(int organisation, String vendor, Departure departure) {

        long messageId() {
            return departure.id();
        }

        Part part() {
            return new Part(organisation, departure.id());
        }
    }

    List<Part> parts() {
        return sections.stream().map(Section::part).toList();
    }

    /** The same with those only. */
    JointMail of(Collection<Part> those) {
        return new JointMail(
                messageId,
                fence,
                sections.stream()
                        .filter(section -> those.contains(section.part()))
                        .toList());
    }

    Map<Integer, List<Section>> byOrganisation() {
        Map<Integer, List<Section>> all = new TreeMap<>();
        sections.forEach(section -> all.computeIfAbsent(section.organisation, _ -> new ArrayList<>())
                .add(section));
        return all;
    }

    /** All that goes along with any of them. */
    List<Attachment> files(Archive archive) {
        return sections.stream()
                .flatMap(section -> section.departure.whole(archive::bytes).attachments().stream())
                .toList();
    }

    /** All that any of them shows, each once. */
    List<Picture> pictures() {
        Map<String, Picture> pictures = new TreeMap<>();
        sections.forEach(section ->
                section.departure.mail().pictures().forEach(picture -> pictures.put(picture.name(), picture)));
        return List.copyOf(pictures.values());
    }

    /** Who reads it. */
    Mailbox to() {
        return sections.getFirst().departure.mail().to();
    }
}
