package dev.dunwell.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a fault in the form the asker can use: problem+json (RFC 9457) under {@code /api/}, a message put above
 * the content when htmx asks, else a page. Every form carries the request's number, which is also in the log.
 */
@Component
class Faults {

    private final TemplateEngine templates;
    private final JsonMapper json;

    Faults(TemplateEngine templates, JsonMapper json) {
        this.templates = templates;
        this.json = json;
    }

    void answer(Fault fault, String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return; // too late to say anything else
        }
        response.resetBuffer();
        response.setStatus(fault.status());
        response.setHeader("Cache-Control", "no-store");
        if (path.startsWith("/api/")) {
            send(response, "application/problem+json", json.writeValueAsString(problem(fault, request)));
        } else if (Visit.isFragment(request)) {
            response.setHeader("HX-Retarget", "#messages");
            response.setHeader("HX-Reswap", "innerHTML");
            send(response, "text/html", html("web/problems.jte", fault, request));
        } else {
            send(response, "text/html", html("web/error.jte", fault, request));
        }
    }

    private String html(String template, Fault fault, HttpServletRequest request) {
        var html = new StringOutput();
        var params = new LinkedHashMap<String, Object>();
        params.put("title", fault.title());
        params.put("detail", fault.detail());
        params.put("problems", fault.problems());
        params.put("status", fault.status());
        params.put("requestNumber", RequestNumber.of(request));
        params.keySet().retainAll(templates.getParamInfo(template).keySet());
        templates.render(template, params, html);
        return html.toString();
    }

    private static Map<String, Object> problem(Fault fault, HttpServletRequest request) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:dunwell:problem:" + fault.code());
        problem.put("title", fault.title());
        problem.put("status", fault.status());
        problem.put("detail", fault.detail());
        problem.put("request", RequestNumber.of(request));
        if (!fault.problems().isEmpty()) {
            problem.put("problems", fault.problems());
        }
        return problem;
    }

    private static void send(HttpServletResponse response, String type, String body) throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.getWriter().write(body);
    }
}
