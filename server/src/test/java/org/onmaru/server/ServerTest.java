package org.onmaru.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// A whole server on a random port, an empty database of its own and a clock that tests move.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "springdoc.api-docs.enabled=true",
            "onmaru.demo=true",
            // Meetings are opened by the dozen here, and nothing is broadcast.
            "onmaru.studio.command[0]=/bin/sh",
            "onmaru.studio.command[1]=-c",
            "onmaru.studio.command[2]=[ \"$0\" = --finish ] || exec sleep 1d"
        })
@ContextConfiguration(initializers = FreshDatabase.class)
@Import(MovableClock.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
public @interface ServerTest {}
