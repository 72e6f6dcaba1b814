package dev.dunwell.collections;

import java.time.LocalDate;

/**
 * What to do about one open item today, and why. Kept with its reason, also when it is to wait.
 *
 * <p>It is stable: while no fact changes and no other step comes due, it stays equal from day to day until
 * {@code nextOn}. Only a call that is waiting to be made is held over a weekend or holiday and comes back after it.
 *
 * @param stage of the due step; without one the stage reached, at least {@link Stage#SENT}
 * @param step the number of the due step; without one of the last step taken, 0 when there is none
 * @param code the reason for machines
 * @param reason the reason for people: one English sentence that names who or what, the amount and the day
 * @param nextOn the next day, always after today, on which the answer may be another. WAIT: the next step. SEND: the
 *     step after the one sent. HOLD: the end of what stops it. What has no end of its own is looked at weekly
 */
public record Decision(Action action, Stage stage, int step, ReasonCode code, String reason, LocalDate nextOn) {}
