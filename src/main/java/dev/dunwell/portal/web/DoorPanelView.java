package dev.dunwell.portal.web;

import dev.dunwell.portal.Link;
import java.time.Instant;
import java.util.List;

/** The latest links of a customer, the latest first. */
public record DoorPanelView(long customerId, List<Link> links, Instant now, boolean mayAct) {

    public DoorPanelView {
        links = List.copyOf(links);
    }

    public boolean hasGood() {
        return links.stream().anyMatch(link -> link.isGood(now));
    }

    /** How a link stands, in a few words. */
    public String state(Link link) {
        if (link.isOnPaper()) {
            return "On paper: shows its code alone";
        } else if (link.revokedAt() != null) {
            return "Taken back";
        } else if (!link.isGood(now)) {
            return "Ended";
        } else {
            return link.openedAt() == null ? "Sent, not opened by a person" : "Opened by a person";
        }
    }
}
