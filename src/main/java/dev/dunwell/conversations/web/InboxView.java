package dev.dunwell.conversations.web;

import dev.dunwell.conversations.Inbox;
import dev.dunwell.conversations.ReceivedMail;
import dev.dunwell.web.Slice;

/**
 * What conversations/inbox shows.
 *
 * @param show which mails are listed
 * @param isRead whether a mailbox is read at all
 */
public record InboxView(
        Inbox.Show show, Inbox.Waiting waiting, Slice<ReceivedMail> page, boolean isFirstPage, boolean isRead) {}
