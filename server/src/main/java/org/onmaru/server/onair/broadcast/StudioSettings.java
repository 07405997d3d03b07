package org.onmaru.server.onair.broadcast;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How studios are started.
///
/// @param command program and first arguments of a studio; empty: this server's Java and class path
/// @param javaOptions options of the studio's Java when `command` is empty
/// @param diskReserve room on the disk that recordings leave free
@ConfigurationProperties("onmaru.studio")
public record StudioSettings(
        @DefaultValue List<String> command,

        @DefaultValue({
            "-Xmx192m",
            "-XX:+UseSerialGC",
            // what a busy minute made the C library take goes back to the machine
            "-XX:TrimNativeHeapInterval=60000",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true"
        })
        List<String> javaOptions,

        @DefaultValue("1GB") DataSize diskReserve) {}
