package org.onmaru.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.onmaru.server");

    @Test
    void modulesUseOnlyWhatTheySay() {
        ApplicationModules.of(OnmaruServer.class).verify();
    }

    @Test
    void floorsUseOnlyThoseBelow() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("open")
                .definedBy("org.onmaru.server.open..")
                .layer("onair")
                .definedBy("org.onmaru.server.onair..")
                .layer("hall")
                .definedBy("org.onmaru.server.hall..")
                .layer("city")
                .definedBy("org.onmaru.server.city..")
                .whereLayer("open")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("onair")
                .mayOnlyBeAccessedByLayers("open")
                .whereLayer("hall")
                .mayOnlyBeAccessedByLayers("onair", "open")
                .whereLayer("city")
                .mayOnlyBeAccessedByLayers("hall", "onair", "open")
                .check(classes);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalTime.class, "now")
                .check(classes);
    }

    @Test
    void theDatabaseLauncherKnowsNoModule() {
        noClasses()
                .that()
                .resideInAPackage("org.onmaru.server.postgres")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.onmaru.server.city..", "org.onmaru.server.hall..")
                .check(classes);
    }
}
