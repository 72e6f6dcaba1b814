package dev.dunwell.access.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Presence;
import dev.dunwell.web.ArgumentOf;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the guard before every handler and hands the {@link Caller} to those that ask for one. */
@Configuration(proxyBeanMethods = false)
class WebRules implements WebMvcConfigurer {

    private final RouteGuard guard;

    WebRules(RouteGuard guard) {
        this.guard = guard;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ArgumentOf<>(Caller.class, WebRules::caller));
    }

    private static Caller caller(HttpServletRequest asked) {
        return Presence.of(asked)
                .orElseThrow(() -> new IllegalStateException("a public route has no caller"))
                .caller();
    }
}
