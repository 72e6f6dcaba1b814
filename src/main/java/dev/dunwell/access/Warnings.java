package dev.dunwell.access;

import dev.dunwell.web.Notice;
import java.util.List;

/** What a module wants to stand above every page while it is so. Asked once a page: one quick look must do. */
public interface Warnings {

    /** @return the lines for this reader, none when all is as usual */
    List<Notice> of(Caller caller);
}
