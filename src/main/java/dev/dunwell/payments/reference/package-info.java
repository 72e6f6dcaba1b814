/** References that carry their own check digits, as banks of several countries read them. Pure. */
@NullMarked
package dev.dunwell.payments.reference;

import org.jspecify.annotations.NullMarked;
