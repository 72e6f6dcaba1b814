package dev.dunwell.jobs;

/** What is kept of a job until it is done: for whom, about what. */
record JobOrder(int organisation, String what) {}
