package dev.dunwell.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Sends the browser on with a GET, to exactly the address given: nothing in it is expanded and nothing added to it. */
public final class Redirect {

    private Redirect() {}

    /** @param address within the application, already encoded */
    public static ModelAndView to(String address) {
        var view = new RedirectView(address, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }
}
