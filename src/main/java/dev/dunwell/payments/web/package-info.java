/** Settings for ways to pay, the report on them, and the doors for gateways and for payers who come back. */
@NullMarked
package dev.dunwell.payments.web;

import org.jspecify.annotations.NullMarked;
