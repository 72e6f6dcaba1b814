package dev.dunwell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MultipartException;

/** Turns whatever a handler throws into an answer; only a bug is logged with its stack. */
@ControllerAdvice
@Order
class PageErrors {

    private static final Logger log = LoggerFactory.getLogger(PageErrors.class);

    private final Faults faults;

    PageErrors(Faults faults) {
        this.faults = faults;
    }

    /** Spring Security answers these itself, further out. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException e) {
        throw e;
    }

    /** The reader has gone away in the middle of a download: there is nobody left to tell. */
    @ExceptionHandler
    void nobodyListens(AsyncRequestNotUsableException e, HttpServletResponse response) {
        log.debug("The reader left before the answer was complete", e);
    }

    @ExceptionHandler
    void answer(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Fault fault = faultOf(e);
        if (fault.status() >= 500) {
            log.error("{} {} failed", request.getMethod(), Panels.path(request), e);
        }
        if (e instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        faults.answer(fault, request.getServletPath(), request, response);
    }

    private static Fault faultOf(Exception e) {
        return switch (e) {
            case Refusal refusal -> Fault.of(refusal);
            case BadInput bad -> Fault.of(bad);
            case NotFound missing -> Fault.of(missing);
            case ErrorResponse known -> Fault.of(known.getStatusCode().value());
            case TypeMismatchException _, HttpMessageNotReadableException _, MultipartException _ -> Fault.of(400);
            default -> Fault.of(500);
        };
    }
}
