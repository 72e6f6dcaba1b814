/** Messages on the screen and for programs. */
@NullMarked
package dev.dunwell.messaging.web;

import org.jspecify.annotations.NullMarked;
