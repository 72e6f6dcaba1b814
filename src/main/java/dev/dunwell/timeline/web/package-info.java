/** The timeline on the screen and over the API. */
@NullMarked
package dev.dunwell.timeline.web;

import org.jspecify.annotations.NullMarked;
