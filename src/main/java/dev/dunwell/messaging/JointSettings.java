package dev.dunwell.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * How this installation sends joint mails, from {@code dunwell.joint.*} or {@code DUNWELL_JOINT_NAME} and so on.
 *
 * @param name who they are from
 * @param address the sender's; empty: that of all mail
 * @param replyTo where answers go that name no vendor; empty: the sender's
 * @param at when they leave, in {@code zone}; vendors have written theirs by then
 * @param points the most that a reader hears in a week from all vendors together, as {@code joint_may_reach} weighs it
 */
@ConfigurationProperties("dunwell.joint")
public record JointSettings(
        @DefaultValue("Dunwell") String name,
        @DefaultValue("") String address,
        @DefaultValue("") String replyTo,
        @DefaultValue("08:00") LocalTime at,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("10") int points) {

    public JointSettings {
        if (points < 2) {
            throw new IllegalArgumentException(
                    "A mail weighs 2 points, so fewer let none leave: change DUNWELL_JOINT_POINTS.");
        }
    }

    /** When the joint mails of a day leave. */
    Instant leavesAt(LocalDate day) {
        return day.atTime(at).atZone(zone).toInstant();
    }

    /** The first of a payer's days whose mails leave at that moment or later. */
    LocalDate dayFrom(Instant moment, JointDays days) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        LocalDate first = leavesAt(day).isBefore(moment) ? day.plusDays(1) : day;
        return days.onOrAfter(first);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(JointSettings.class)
    static class Read {}
}
