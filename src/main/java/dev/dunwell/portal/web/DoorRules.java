package dev.dunwell.portal.web;

import dev.dunwell.portal.Payer;
import dev.dunwell.portal.Payers;
import dev.dunwell.web.ArgumentOf;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The payers' own outer door. Nobody signs in here and no session of the house counts: {@link DoorFilter} knows payers
 * by their visit, and checks their forms itself, since the token of the house needs a session.
 */
@Configuration(proxyBeanMethods = false)
class DoorRules implements WebMvcConfigurer {

    @Bean
    @Order(0)
    SecurityFilterChain doorForPayers(HttpSecurity http, Payers payers) throws Exception {
        return http.securityMatcher("/d/**", "/door", "/door/**", "/genuine", "/genuine/**")
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .addFilterBefore(new DoorFilter(payers), AuthorizationFilter.class)
                .build();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ArgumentOf<>(Payer.class, DoorRules::payer));
    }

    private static Payer payer(HttpServletRequest asked) {
        if (asked.getAttribute(DoorFilter.PAYER) instanceof Payer payer) {
            return payer;
        } else {
            throw new DoorClosed();
        }
    }
}
