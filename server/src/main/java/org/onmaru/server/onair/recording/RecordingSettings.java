package org.onmaru.server.onair.recording;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long recordings stay. Those of public meetings are records of the city: the server never deletes them.
///
/// @param rehearsalKeep how long a rehearsal's recording stays after the rehearsal, for those who may see it
/// @param finishLimit how long finishing a recording after a crash may take
/// @param tryAgain between two tries to finish what could not be finished, e.g. for want of room on the disk
@ConfigurationProperties("onmaru.recording")
public record RecordingSettings(
        @DefaultValue("0s") Duration rehearsalKeep,
        @DefaultValue("15m") Duration finishLimit,
        @DefaultValue("3m") Duration tryAgain) {}
