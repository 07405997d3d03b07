package org.onmaru.server.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the operator may choose.
///
/// @param data where everything is kept: database, recordings, keys
/// @param demo fill an empty database with invented people so that everything can be tried at once
/// @param zone the city's time zone: which day it is, when the daily meeting opens
/// @param listen address to listen on; without it loopback, or every address when HTTPS is on
/// @param publicUrl how browsers reach this server, for printed and copied links; without it worked out
/// @param city the city's name
/// @param tls HTTPS
/// @param web the built web application
@ConfigurationProperties("onmaru")
public record OnmaruSettings(
        @DefaultValue("./data") Path data,
        @DefaultValue("false") boolean demo,
        @DefaultValue("Asia/Seoul") ZoneId zone,
        @Nullable String listen,
        @Nullable String publicUrl,
        @DefaultValue City city,
        @DefaultValue Tls tls,
        @DefaultValue Web web) {

    /// The city's name.
    ///
    /// @param name in Korean
    /// @param nameEn in English
    /// @param official show the banner of the nation's official e-government sites; the city's own decision
    public record City(
            @DefaultValue("여주시") String name,
            @DefaultValue("Yeoju City") String nameEn,
            @DefaultValue("false") boolean official) {}

    /// HTTPS.
    ///
    /// @param mode off, self (a certificate authority of one's own in the data directory) or files
    /// @param certificate PEM file with the certificate and its chain, for mode files
    /// @param key PEM file with the private key, for mode files
    public record Tls(
            @DefaultValue("off") Mode mode,
            @Nullable Path certificate,
            @Nullable Path key) {

        /// Where the certificate comes from.
        public enum Mode {
            OFF,
            SELF,
            FILES
        }
    }

    /// The built web application.
    ///
    /// @param dir folder that holds index.html; without it what the build put into the server
    public record Web(@Nullable Path dir) {}
}
