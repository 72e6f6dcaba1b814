package dev.dunwell.access.web;

import dev.dunwell.access.Presences;
import dev.dunwell.access.Route;
import dev.dunwell.access.Routes;
import dev.dunwell.access.Secret;
import dev.dunwell.web.SignInFirst;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The outer doors. Under {@code /api/} a key opens them and a session is worth nothing; everywhere else a session opens
 * them, and every form carries a token. Which role may use which route, {@link RouteGuard} decides further in.
 *
 * <p>Security's headers are set by the web module for every answer, also those that never come this far.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = SecurityRules.SECONDS_TO_SIGN_IN)
class SecurityRules {

    static final int SECONDS_TO_SIGN_IN = 1800;
    /** Gateways sign what they send; they have no session and so no token of a form. */
    private static final String PROVEN_BY_SIGNATURE = "/pay-events/**";

    private final CallerFilter callers;
    private final SignInFirst signInFirst;

    SecurityRules(
            Sessions sessions,
            Presences presences,
            SignInFirst signInFirst,
            @Value("${dunwell.installation-key:}") String installationKey,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
        Optional<Secret> key =
                Optional.of(installationKey).filter(text -> !text.isBlank()).map(Secret::new);
        this.callers = new CallerFilter(sessions, presences, key, answers);
        this.signInFirst = signInFirst;
    }

    @Bean
    @Order(1)
    SecurityFilterChain doorForPrograms(HttpSecurity http) throws Exception {
        return common(http.securityMatcher(request -> Paths.isApi(request) && !Paths.isApiDescription(request)))
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(all -> all.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain doorForPeople(HttpSecurity http) throws Exception {
        return common(http)
                .csrf(forms -> forms.ignoringRequestMatchers(PROVEN_BY_SIGNATURE))
                .authorizeHttpRequests(all -> all.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(publicRoutes())
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /**
     * Texts with a NUL cannot be stored; nobody types one. A slash may stand encoded inside a part of a path, since
     * invoices have such numbers: {@code /api/v1/invoices/RE%2F2024%2F17}.
     */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedPercent(true); // the one that stays in front of such a slash
        return firewall;
    }

    /** The server leaves such a slash encoded; matched against the routes, it is no border between two parts. */
    @Bean
    static TomcatConnectorCustomizer slashesStayEncoded() {
        return connector -> connector.setEncodedSolidusHandling("passthrough");
    }

    private HttpSecurity common(HttpSecurity http) throws Exception {
        return http.addFilterBefore(callers, CsrfFilter.class)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(signInFirst).accessDeniedHandler(this::refuse));
    }

    /** Whoever left the sign-in page open overnight is asked again, not told off. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        if (why instanceof CsrfException && request.getServletPath().equals("/sign-in")) {
            response.sendRedirect("/sign-in?again");
        } else {
            signInFirst.handle(request, response, why);
        }
    }

    private static RequestMatcher publicRoutes() {
        return new OrRequestMatcher(Routes.declared().all().stream()
                .filter(route -> route.openTo() == Route.OpenTo.PUBLIC)
                .map(SecurityRules::matcher)
                .toList());
    }

    private static RequestMatcher matcher(Route route) {
        var patterns = PathPatternRequestMatcher.withDefaults();
        return route.method().equals("*")
                ? patterns.matcher(route.pattern())
                : patterns.matcher(HttpMethod.valueOf(route.method()), route.pattern());
    }
}
