package dev.dunwell.conversations.web;

import dev.dunwell.access.Caller;
import dev.dunwell.conversations.Conversation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Beside a customer: what was written to and fro. */
@Controller
class ConversationPanel {

    private static final int TURNS = 8;

    private final Conversation conversation;

    ConversationPanel(Conversation conversation) {
        this.conversation = conversation;
    }

    @GetMapping("/customers/{id}/conversation")
    String panel(Caller caller, @PathVariable long id, Model model) {
        model.addAttribute("turns", conversation.of(id, TURNS));
        model.addAttribute("mayAct", caller.may("POST /inbox/{id}/replies"));
        return "conversations/conversation";
    }
}
