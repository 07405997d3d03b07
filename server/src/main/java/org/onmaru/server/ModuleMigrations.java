package org.onmaru.server;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// One schema history per module, so that modules evolve on their own and their versions never collide.
@Component
class ModuleMigrations implements FlywayMigrationStrategy {

    /// Bottom floor first.
    private static final List<String> MODULES = List.of(
            "__root",
            "city_audit",
            "city_holiday",
            "city_directory",
            "city_identity",
            "city_push",
            "city_notice",
            "hall_series",
            "hall_meeting",
            "hall_agenda",
            "hall_floor",
            "hall_directive",
            "hall_report",
            "hall_minutes",
            "onair_room",
            "onair_attendance",
            "onair_broadcast",
            "onair_recording",
            "open_archive",
            "open_subscription");

    @Override
    public void migrate(Flyway flyway) {
        var resources = new PathMatchingResourcePatternResolver();
        for (var module : MODULES) {
            var location = "classpath:db/migration/" + module;
            if (!resources.getResource(location + "/").exists()) {
                continue;
            }
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .locations(location)
                    .table("flyway_" + module)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
    }
}
