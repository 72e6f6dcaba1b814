package dev.dunwell.agencies.web;

import dev.dunwell.agencies.Agencies;
import dev.dunwell.agencies.Agency;
import dev.dunwell.agencies.Placement;
import java.util.List;

/** One agency with its terms, its people and all that was placed with it. */
public record AgencyView(
        Agency agency,
        List<Agencies.Score> scores,
        List<Agencies.Member> members,
        List<Placement> placements,
        boolean mayChange,
        boolean mayLetIn) {}
