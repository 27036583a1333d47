package io.github.icatimgcif.documentation;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;

/**
 * A setting of one of the interfaces that the configuration is mapped to.
 *
 * @param name    as in application.properties; a part that may be many things is in angle brackets: {@code <what>}
 * @param steps   the methods that lead to its value, from the interface down; a map is stepped into by the one key of the name
 * @param section the name of all settings beside it, without the last part
 */
record SettingPath(String name, List<Method> steps, String section) {

    SettingPath {
        steps = List.copyOf(steps);
    }

    Method last() {
        return steps.get(steps.size() - 1);
    }

    /** The name of the variable of the environment that says the same. */
    String environmentVariable() {
        return name.replaceAll("<(\\w+)>", "{$1}")
                .replaceAll("[^A-Za-z0-9{}]", "_")
                .toUpperCase(Locale.ROOT);
    }
}
