/** The credit panel, the page of credit limits and what order systems ask before they ship. */
@NullMarked
package dev.dunwell.credit.web;

import org.jspecify.annotations.NullMarked;
