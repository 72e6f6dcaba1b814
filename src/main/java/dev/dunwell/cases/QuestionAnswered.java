package dev.dunwell.cases;

import dev.dunwell.access.Caller;

/** A question of a customer was answered; told in the same transaction. */
public record QuestionAnswered(Caller caller, long questionId, String answer) {}
