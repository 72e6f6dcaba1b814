package dev.dunwell.live.web;

import dev.dunwell.access.SignedIn;
import dev.dunwell.live.Change;
import dev.dunwell.live.ChangeFeed;
import dev.dunwell.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Where a page hears that something changed: by a stream, or by asking now and then. */
@Controller
class LivePage {

    private final ChangeFeed feed;
    private final Streams streams;

    LivePage(ChangeFeed feed, Streams streams) {
        this.feed = feed;
        this.streams = streams;
    }

    /** What a page puts first: up to which change it shows, so that nothing is missed until its stream is open. */
    @GetMapping("/live/mark")
    String mark(@RequestParam @Nullable Long customer, Model model) {
        model.addAttribute("after", feed.head());
        model.addAttribute("customer", customer);
        return "live/mark";
    }

    /** @param last what the browser heard last when it comes back by itself */
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam long after,
            @RequestParam @Nullable Long customer,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(SignedIn.class.getName()) instanceof SignedIn who)) {
            throw new NotFound("session");
        }
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(new Stream(session.getId(), who, customer, last == null ? after : last));
    }

    /** The same for browsers and proxies that let no stream through. */
    @GetMapping("/live/changes")
    @ResponseBody
    Stream.Heard changes(@RequestParam long after, @RequestParam @Nullable Long customer) {
        List<Change> changes = feed.after(after);
        List<String> who = changes.stream()
                .filter(change -> change.concerns(customer))
                .map(Change::who)
                .distinct()
                .sorted()
                .toList();
        return new Stream.Heard(changes.isEmpty() ? after : changes.getLast().seq(), who);
    }
}
