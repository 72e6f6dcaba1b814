package dev.dunwell.api;

import dev.dunwell.access.InSteps;
import dev.dunwell.access.Presence;
import dev.dunwell.api.IdempotentAnswers.Claim;
import dev.dunwell.api.IdempotentAnswers.Kept;
import dev.dunwell.web.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * A POST under {@code /api/} that carries an {@code Idempotency-Key} has one effect, however often it is sent: the same
 * request again gets the first answer again, another request under the key is refused.
 *
 * <p>The key, the effect and the answer are one transaction. A request that fails leaves no trace and may be sent
 * again.
 */
@Component
class Idempotency extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 200;

    private final IdempotentAnswers answers;
    private final TransactionTemplate transaction;
    private final RequestMappingHandlerMapping handlers;
    private final HandlerExceptionResolver refusals;

    Idempotency(
            IdempotentAnswers answers,
            PlatformTransactionManager transactions,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        this.answers = answers;
        this.transaction = new TransactionTemplate(transactions);
        this.handlers = handlers;
        this.refusals = refusals;
    }

    /** What is done under the key, once. */
    private interface Work {
        void run() throws IOException, ServletException;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getServletPath().startsWith("/api/")
                || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Presence> here = Presence.of(request);
        String key = String.valueOf(request.getHeader(HEADER));
        if (here.isEmpty()) {
            chain.doFilter(request, response);
        } else if (key.isBlank() || key.length() > LONGEST_KEY) {
            refuse(request, response, Refusal.malformed("bad-key", "An Idempotency-Key has 1 to 200 characters."));
        } else {
            try {
                SentBody body = SentBody.of(request);
                String route = request.getMethod() + " " + request.getServletPath();
                var claim = new Claim(here.get().name(), route, key, body.hash());
                var held = new ContentCachingResponseWrapper(response);
                once(claim, worksInSteps(request), held, () -> chain.doFilter(body.request(), held));
                held.copyBodyToResponse();
            } catch (Refusal refusal) {
                refuse(request, response, refusal);
            }
        }
    }

    private void once(Claim claim, boolean inSteps, ContentCachingResponseWrapper response, Work work)
            throws IOException, ServletException {
        if (inSteps) {
            onceAround(claim, response, work);
        } else {
            try {
                transaction.executeWithoutResult(status -> {
                    if (answers.take(claim)) {
                        run(work);
                        keep(claim, response, status::setRollbackOnly);
                    } else {
                        repeat(answers.get(claim), claim, response);
                    }
                });
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }

    /** The key is taken before and answered after; what comes between keeps its own transactions. */
    private void onceAround(Claim claim, ContentCachingResponseWrapper response, Work work)
            throws IOException, ServletException {
        Boolean isFirst = transaction.execute(_ -> answers.take(claim));
        if (Boolean.TRUE.equals(isFirst)) {
            work.run();
            transaction.executeWithoutResult(_ -> keep(claim, response, () -> answers.release(claim)));
        } else {
            transaction.executeWithoutResult(_ -> repeat(answers.get(claim), claim, response));
        }
    }

    private void keep(Claim claim, ContentCachingResponseWrapper response, Runnable nothingDone) {
        if (response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            nothingDone.run();
        } else {
            String body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
            answers.answer(claim, response.getStatus(), body, response.getHeader(HttpHeaders.LOCATION));
        }
    }

    private static void repeat(Kept kept, Claim claim, HttpServletResponse response) {
        Integer status = kept.status();
        if (!kept.isFor(claim)) {
            throw Refusal.because("key-reused", "Another request was sent under this Idempotency-Key. Take a new one.");
        } else if (status == null) {
            throw Refusal.conflict("still-at-work", "The first request under this Idempotency-Key is still at work.");
        } else {
            write(status, kept, response);
        }
    }

    private static void write(int status, Kept kept, HttpServletResponse response) {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Idempotent-Replayed", "true");
        if (kept.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, kept.location());
        }
        try {
            response.getOutputStream().write(text(kept.body()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable String body) {
        return body == null ? "" : body;
    }

    private static void run(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean worksInSteps(HttpServletRequest request) throws ServletException {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            var found = handlers.getHandler(request);
            return found != null
                    && found.getHandler() instanceof HandlerMethod method
                    && method.hasMethodAnnotation(InSteps.class);
        } catch (Exception e) {
            return false; // an address that is not there: the dispatcher says so
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        refusals.resolveException(request, response, null, refusal);
    }
}
