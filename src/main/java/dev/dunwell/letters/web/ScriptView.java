package dev.dunwell.letters.web;

import dev.dunwell.messaging.Scripts;
import org.jspecify.annotations.Nullable;

/**
 * What to say in a call.
 *
 * @param why it is this script
 * @param script null when there is none, or nothing to call about
 */
public record ScriptView(String title, String why, Scripts.@Nullable Script script) {}
