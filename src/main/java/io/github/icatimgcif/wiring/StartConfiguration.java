package io.github.icatimgcif.wiring;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;

/**
 * The configuration as the service will see it - system properties, environment, {@code config/application.properties},
 * {@code .env}, the defaults in the jar - read before the service starts.
 */
final class StartConfiguration {

    private StartConfiguration() {}

    static SmallRyeConfig read() {
        return ConfigUtils.configBuilder().build();
    }

    static boolean isAbsent(SmallRyeConfig configuration, String key) {
        return configuration
                .getOptionalValue(key, String.class)
                .filter(value -> !value.isBlank())
                .isEmpty();
    }
}
