package dev.dunwell.messaging;

import java.util.List;

/**
 * What stands around the letters of several vendors in one mail, for the template {@code messaging/joint.jte}.
 *
 * @param intro why it is one mail
 * @param change how its reader gets one from each again
 */
public record JointPage(String language, String subject, String intro, String change, List<Place> places) {

    public JointPage {
        places = List.copyOf(places);
    }

    /** Where a letter stands: a mark that is replaced by it, and where to answer it; empty when there is no address. */
    public record Place(String mark, String language, String answer, String mailto) {}
}
