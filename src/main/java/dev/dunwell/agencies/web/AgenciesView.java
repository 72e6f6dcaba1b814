package dev.dunwell.agencies.web;

import dev.dunwell.agencies.Agencies;
import dev.dunwell.agencies.Agency;
import dev.dunwell.agencies.Placement;
import dev.dunwell.agencies.Placements;
import java.util.List;

/** All agencies, how they did, what is proposed for one and what waits for a second person. */
public record AgenciesView(
        List<Agency> agencies,
        List<Agencies.Score> scores,
        List<Placements.Proposal> proposals,
        List<Placement> asked,
        boolean mayAdd,
        boolean mayAsk,
        boolean mayDecide) {}
