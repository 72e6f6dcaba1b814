/** What late payment costs, on the screen and over the API. */
@NullMarked
package dev.dunwell.billing.web;

import org.jspecify.annotations.NullMarked;
