package dev.dunwell.invoicing.web;

import dev.dunwell.agreements.DuePeriod;

/** A period to come, with what its line is called. */
public record NextPeriod(String what, DuePeriod due) {}
