package dev.dunwell.portal;

import dev.dunwell.payments.AccountNews;
import java.time.LocalDate;

/**
 * What a code says of the demand it stands on: who sent it and when, whether a new link may go where it went, and
 * whether the vendor's account changed of late.
 */
public record Genuine(String vendor, LocalDate sentOn, boolean mayHaveLink, AccountNews.News account) {}
