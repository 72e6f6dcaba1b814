/** The panels and pages of who looks after what. */
@NullMarked
package dev.dunwell.team.web;

import org.jspecify.annotations.NullMarked;
