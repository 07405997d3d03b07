package org.onmaru.bench.broadcast;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What one programme costs. CPU is in CPU seconds per broadcast second.
///
/// @param distinctFps new pictures a second that reach citizens, mean of all attendees; 25 are sent
/// @param glassToCitizenMsP50 from capture until a player shows it, milliseconds
record Cost(
        @JsonProperty("attendees") int attendees,
        @JsonProperty("studio_cpu") double studioCpu,
        @JsonProperty("studio_memory_mb") double studioMemoryMb,
        @JsonProperty("distinct_fps") double distinctFps,
        @JsonProperty("glass_to_citizen_ms_p50") double glassToCitizenMsP50,
        @JsonProperty("glass_to_citizen_ms_p95") double glassToCitizenMsP95,
        @JsonProperty("glass_to_part_ms_p50") double glassToPartMsP50,
        @JsonProperty("decode_cpu") double decodeCpu,
        @JsonProperty("compose_cpu") double composeCpu,
        @JsonProperty("encode_cpu") double encodeCpu) {

    /// What is neither decoding, composing nor encoding: network, packaging, memory.
    double otherCpu() {
        return Math.max(0, studioCpu - decodeCpu - composeCpu - encodeCpu);
    }
}
