/**
 * Cards and wallets: the gateways, what they say of a payment, and the one act that records it.
 *
 * <p>Start with {@link dev.dunwell.payments.online.Gateway}, then
 * {@link dev.dunwell.payments.online.CheckOnlinePayment}.
 */
@NullMarked
package dev.dunwell.payments.online;

import org.jspecify.annotations.NullMarked;
