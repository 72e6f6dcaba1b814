package dev.dunwell.relations.web;

import dev.dunwell.relations.Accuracy;
import dev.dunwell.relations.Answering;
import dev.dunwell.relations.Opinions;
import dev.dunwell.relations.ResponseTimes;
import org.jspecify.annotations.Nullable;

/**
 * The three measures of the relation side by side.
 *
 * @param typical what payers are told, null while there are too few answers
 */
public record RelationsView(
        Links links,
        Answering.Figures answers,
        Accuracy.Share accuracy,
        Opinions.Figures opinions,
        ResponseTimes.@Nullable Typical typical) {}
