package dev.dunwell.deals.web;

/** The id of what was made. */
record MadeJson(long id) {}
