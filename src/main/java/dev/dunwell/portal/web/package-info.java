/** The payer's pages: outside the frame and the session of the people of the house. */
@NullMarked
package dev.dunwell.portal.web;

import org.jspecify.annotations.NullMarked;
