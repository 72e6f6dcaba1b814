/** The brief before a call, as a page and as a part of the customer's page. */
@NullMarked
package dev.dunwell.briefs.web;

import org.jspecify.annotations.NullMarked;
