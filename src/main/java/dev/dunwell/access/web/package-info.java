/** The doors: sign-in, set-up, keys; who may pass each route; the pages of the settings. */
@NullMarked
package dev.dunwell.access.web;

import org.jspecify.annotations.NullMarked;
