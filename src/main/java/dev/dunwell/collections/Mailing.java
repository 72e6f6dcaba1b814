package dev.dunwell.collections;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What one letter may speak of: somebody who gets it and the customers whose items it names, each as it stands when its
 * letters go there. Most customers make one alone.
 *
 * @param addressee who gets the letter, and under whom it is kept
 * @param members in the order of the letter, the addressee first
 */
record Mailing(Dossier addressee, List<Dossier> members) {

    static Mailing alone(Dossier dossier) {
        return new Mailing(dossier, List.of(dossier));
    }

    /** @param others whose letters go to the addressee */
    static Mailing together(Dossier addressee, List<Dossier> others) {
        Stream<Dossier> answered = others.stream().map(other -> other.answeredBy(addressee));
        return new Mailing(
                addressee, Stream.concat(Stream.of(addressee), answered).toList());
    }

    Decided decidedBy(Judge judge) {
        Judge each = members.size() == 1 ? judge : judge.withoutBundles();
        return new Decided(
                addressee,
                members.stream()
                        .map(member -> new Part(member, each.decide(member)))
                        .toList());
    }

    /** One customer with what was decided for its items. */
    record Part(Dossier dossier, List<Verdict> verdicts) {}

    /** A mailing with what was decided for its items. */
    record Decided(Dossier addressee, List<Part> parts) {

        List<Verdict> verdicts() {
            return parts.stream().flatMap(part -> part.verdicts.stream()).toList();
        }

        boolean isEmpty() {
            return parts.isEmpty();
        }

        /** Only the items decided like that, and the customers that have any. */
        Decided where(Predicate<Verdict> wanted) {
            List<Part> left = parts.stream()
                    .map(part -> new Part(
                            part.dossier, part.verdicts.stream().filter(wanted).toList()))
                    .filter(part -> !part.verdicts.isEmpty())
                    .toList();
            return new Decided(addressee, left);
        }

        /** Whether it names the items of anybody but the addressee. */
        boolean speaksOfOthers() {
            return parts.stream().anyMatch(part -> part.dossier.customerId() != addressee.customerId());
        }
    }
}
