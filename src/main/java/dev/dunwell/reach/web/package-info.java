/** How a customer may be reached, on its page; what an organisation asks of its mail, in the settings. */
@NullMarked
package dev.dunwell.reach.web;

import org.jspecify.annotations.NullMarked;
