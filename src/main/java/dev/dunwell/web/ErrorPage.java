package dev.dunwell.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for requests that failed outside any handler: refused by a filter, too large, broken while rendering. */
@Controller
class ErrorPage implements ErrorController {

    private final Faults faults;

    ErrorPage(Faults faults) {
        this.faults = faults;
    }

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Fault fault = Fault.of(status instanceof Integer given ? given : 404);
        faults.answer(fault, path instanceof String asked ? asked : "/", request, response);
    }
}
