package org.onmaru.server.onair.room;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/// Paths where a signed token in the request decides, not the session: no cookie, so nothing to forge across sites.
@Configuration(proxyBeanMethods = false)
class InternalSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain tokenJudgedPaths(HttpSecurity http) {
        return http.securityMatcher("/sfu/**", "/internal/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
