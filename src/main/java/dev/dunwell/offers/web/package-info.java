/** The panel of offers beside a customer. */
@NullMarked
package dev.dunwell.offers.web;

import org.jspecify.annotations.NullMarked;
