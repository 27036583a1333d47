package io.github.icatimgcif.wiring;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The configuration of a service, for tests. */
final class Settings {

    private Settings() {}

    /** The defaults, and these settings by their names. */
    static ServiceConfig of(Map<String, String> settings) {
        return of(new PropertiesConfigSource(settings, "test", 100));
    }

    /** The defaults, and these variables of the environment. */
    static ServiceConfig ofEnvironment(Map<String, String> variables) {
        return of(new EnvConfigSource(variables, 300));
    }

    private static ServiceConfig of(ConfigSource source) {
        return new SmallRyeConfigBuilder()
                .withSources(source)
                .withMapping(ServiceConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .build()
                .getConfigMapping(ServiceConfig.class);
    }
}
