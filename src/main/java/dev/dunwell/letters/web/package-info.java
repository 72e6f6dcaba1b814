/** Texts, scripts and letters on paper on the screen and for programs. */
@NullMarked
package dev.dunwell.letters.web;

import org.jspecify.annotations.NullMarked;
