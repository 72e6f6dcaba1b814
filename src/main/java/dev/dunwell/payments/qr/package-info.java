/** Codes that a banking app reads: what stands in them and how they look. Pure. */
@NullMarked
package dev.dunwell.payments.qr;

import org.jspecify.annotations.NullMarked;
