/** The inbox, one mail, the conversation beside a customer, the mailbox's settings. */
@NullMarked
package dev.dunwell.conversations.web;

import org.jspecify.annotations.NullMarked;
