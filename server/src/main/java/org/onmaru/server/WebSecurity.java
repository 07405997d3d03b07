package org.onmaru.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.ActorFilter;
import org.onmaru.server.city.identity.LocalCaller;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Scope;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.problem.ProblemWriter;
import org.onmaru.server.settings.OnmaruSettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// The fence around everything: who may knock at all. What somebody may do is decided by the modules.
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    /// Nothing from elsewhere, nothing inline; `blob:` for the player and camera preview, `wss:` for the SFU.
    private static final String CONTENT = String.join(
            "; ",
            "default-src 'self'",
            "media-src 'self' blob:",
            "worker-src 'self' blob:",
            "img-src 'self' data: blob:",
            "connect-src 'self' ws: wss:",
            "font-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private static Problem signIn() {
        return Problem.unknownCaller("sign-in-needed", "먼저 로그인하십시오.", "Please sign in first.");
    }

    private static Problem forged() {
        return Problem.forbidden(
                "csrf",
                "화면을 새로 고친 뒤 다시 시도하십시오.",
                "Please reload the page and try again (missing or stale CSRF token).");
    }

    @Bean
    SecurityFilterChain fence(
            HttpSecurity http, ActorFilter actors, Access access, ProblemWriter problems, OnmaruSettings settings) {
        return http.addFilterBefore(actors, AuthorizationFilter.class)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(sessions -> sessions.disable())
                // a bearer token cannot be sent by a foreign page, so it needs no second proof
                .csrf(csrf -> csrf.spa().ignoringRequestMatchers(WebSecurity::carriesToken))
                .authorizeHttpRequests(requests -> requests
                        // the end of an answer that was begun with permission, e.g. of an event stream
                        .dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET,
                                "/api/v1/me",
                                "/api/v1/public/**",
                                "/api/v1/invitations/*",
                                "/api/v1/password-links/*")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.POST,
                                "/api/v1/setup",
                                "/api/v1/session",
                                "/api/v1/invitations/*/accept",
                                "/api/v1/password-links/*",
                                "/api/v1/public/subscriptions",
                                "/api/v1/public/subscriptions/end")
                        .permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((_, call) -> new AuthorizationDecision(LocalCaller.makes(call.getRequest())
                                || access.permissions(access.current(), Scope.city())
                                        .contains(Permission.ADMINISTER)))
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (_, response, _) -> problems.write(signIn(), response))
                        .accessDeniedHandler((_, response, why) ->
                                problems.write(why instanceof CsrfException ? forged() : notYours(), response)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy(
                                        "camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), geolocation=()"))
                        .frameOptions(frames -> frames.deny())
                        .httpStrictTransportSecurity(
                                hsts -> alwaysHttps(hsts, settings.tls().mode())))
                .build();
    }

    /// Browsers that came by HTTPS once come by HTTPS only, at this very name. Not with an authority of one's own:
    /// a device that does not trust it any more would be locked out.
    private static void alwaysHttps(HeadersConfigurer<HttpSecurity>.HstsConfig hsts, OnmaruSettings.Tls.Mode mode) {
        if (mode == OnmaruSettings.Tls.Mode.SELF) {
            hsts.disable();
        } else {
            hsts.includeSubDomains(false);
        }
    }

    /// The filter belongs to the fence; the container must not run it a second time.
    @Bean
    FilterRegistrationBean<ActorFilter> actorFilterOnlyInFence(ActorFilter actors) {
        var registration = new FilterRegistrationBean<>(actors);
        registration.setEnabled(false);
        return registration;
    }

    /// Accounts are ours: this keeps Spring from inventing a default user and printing its password.
    @Bean
    UserDetailsService noDefaultUser() {
        return new InMemoryUserDetailsManager();
    }

    private static Problem notYours() {
        return Problem.forbidden("not-allowed", "이 일을 할 권한이 없습니다.", "You are not allowed to do this.");
    }

    private static boolean carriesToken(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.startsWith("Bearer ");
    }
}
