package org.onmaru.bench.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CostTest {

    private static final Cost COST = new Cost(12, 0.62, 190, 24.9, 1400, 1900, 420, 0.13, 0.1, 0.33);

    @Test
    void theRestIsOther() {
        assertThat(COST.otherCpu()).isCloseTo(0.06, within(1e-9));
    }

    @Test
    void jsonHasTheAgreedNames() {
        assertThat(JsonMapper.shared().writeValueAsString(COST))
                .isEqualTo("{\"attendees\":12,\"studio_cpu\":0.62,\"studio_memory_mb\":190.0,\"distinct_fps\":24.9,"
                        + "\"glass_to_citizen_ms_p50\":1400.0,\"glass_to_citizen_ms_p95\":1900.0,"
                        + "\"glass_to_part_ms_p50\":420.0,\"decode_cpu\":0.13,\"compose_cpu\":0.1,"
                        + "\"encode_cpu\":0.33}");
    }
}
