package dev.dunwell.letters.web;

import dev.dunwell.letters.TryText;
import dev.dunwell.messaging.Finding;
import java.util.List;

/** What letters/trial shows: what is wrong with a text, and how it would read. */
public record Trial(List<Finding> findings, TryText.Tried tried) {}
