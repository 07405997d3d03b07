package org.onmaru.server.city.notice;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// How word leaves the house; the mail server itself is `spring.mail.*`.
///
/// @param mailFrom address that e-mail comes from; without it spring.mail.username, or onmaru at spring.mail.host
/// @param sms the gateway for text messages
@ConfigurationProperties("onmaru.notice")
record NoticeSettings(
        @Nullable String mailFrom, @DefaultValue Gateway sms) {

    /// A provider's HTTP gateway for text messages.
    ///
    /// @param url where text messages are posted; without it each becomes a file under notices/sms/ in the data
    ///     directory, for a tool of the town's own
    /// @param header request header that carries the secret
    /// @param secret what the gateway knows this city by, e.g. `Bearer …`; empty for none
    /// @param body JSON that is posted, with `{to}` (digits), `{text}` and, where wanted, `{kind}` (SMS or LMS) in
    ///     quotes; the registered sender's number belongs into it
    /// @param timeout how long connecting, and then the answer, may take
    record Gateway(
            @Nullable URI url,
            @DefaultValue("Authorization") String header,
            @DefaultValue("") String secret,

            @DefaultValue("{\"to\":\"{to}\",\"text\":\"{text}\"}")
            String body,

            @DefaultValue("10s") Duration timeout) {

        Gateway {
            if (url != null && !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                throw new IllegalArgumentException("onmaru.notice.sms.url은 http나 https 주소여야 합니다."
                        + " / onmaru.notice.sms.url must be an http or https address.");
            }
            if (!body.contains("{to}") || !body.contains("{text}") || !isJson(filled(body, "0", "0"))) {
                throw new IllegalArgumentException("onmaru.notice.sms.body는 {to}와 {text}가 든 JSON이어야 합니다."
                        + " / onmaru.notice.sms.body must be JSON with {to} and {text} in it.");
            }
        }

        /// What is posted for one message.
        ///
        /// @param to digits only
        String body(String to, String text) {
            return filled(body, to, text);
        }

        @Override
        public URI url() {
            if (url == null) {
                throw new IllegalStateException("there is no gateway");
            }
            return url;
        }

        boolean given() {
            return url != null;
        }

        /// The secret does not get into logs by accident.
        @Override
        public String toString() {
            return "Gateway[" + url + "]";
        }

        private static String filled(String body, String to, String text) {
            return body.replace("{to}", to)
                    .replace("{kind}", Sms.kind(text).name())
                    .replace("{text}", escaped(text)); // last: what stands in the text is no place to fill
        }

        private static String escaped(String text) {
            var quoted = JsonMapper.shared().writeValueAsString(text);
            return quoted.substring(1, quoted.length() - 1);
        }

        private static boolean isJson(String text) {
            try {
                return JsonMapper.shared().readTree(text).isContainer();
            } catch (JacksonException e) {
                return false;
            }
        }
    }
}
