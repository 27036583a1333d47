package io.github.icatimgcif.documentation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The settings of the interfaces that the configuration is mapped to, in the order in which their sources have them. */
final class MappedSettings {

    private MappedSettings() {}

    static List<SettingPath> of(Class<?> mapping, SourceComments comments) {
        List<SettingPath> found = new ArrayList<>();
        walk(mapping, mapping.getAnnotation(ConfigMapping.class).prefix(), List.of(), comments, found);
        return found;
    }

    /** What a mapping is to say if no file and no variable does. */
    static Optional<String> defaultOf(SettingPath setting) {
        return Optional.ofNullable(setting.last().getAnnotation(WithDefault.class))
                .map(WithDefault::value);
    }

    /** What kind of value it takes, for a person. */
    static String kind(SettingPath setting) {
        Class<?> type = (Class<?>) valueType(setting.last().getGenericReturnType());
        if (type.isEnum()) {
            return words(type);
        }
        return switch (type.getSimpleName()) {
            case "int", "long" -> "number";
            case "boolean" -> "`true`, `false`";
            case "Duration" -> "time";
            case "MemorySize" -> "size";
            case "List" -> "list";
            default -> "text";
        };
    }

    /** The constants of an enumeration as they are written. */
    static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        "`" + constant.toString().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                .collect(Collectors.joining(", "));
    }

    /** The type inside an Optional or a Map, raw. */
    static Type valueType(Type type) {
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() == Optional.class) {
                return valueType(generic.getActualTypeArguments()[0]);
            }
            if (generic.getRawType() == Map.class) {
                return valueType(generic.getActualTypeArguments()[1]);
            }
            return generic.getRawType();
        }
        return type;
    }

    private static void walk(
            Class<?> group, String prefix, List<Method> before, SourceComments comments, List<SettingPath> found) {
        Method[] methods = group.getDeclaredMethods();
        Arrays.sort(methods, Comparator.comparingInt(method -> comments.place(group, method.getName())));
        List<Method> groups = new ArrayList<>();
        for (Method method : methods) {
            if (isGroup(method)) {
                groups.add(method);
            } else {
                found.add(new SettingPath(name(prefix, method), steps(before, method), prefix));
            }
        }
        for (Method method : groups) {
            Class<?> inner = (Class<?>) valueType(method.getGenericReturnType());
            walk(inner, name(prefix, method), steps(before, method), comments, found);
        }
    }

    private static boolean isGroup(Method method) {
        return valueType(method.getGenericReturnType()) instanceof Class<?> type
                && type.isInterface()
                && type.getName().startsWith("io.github.icatimgcif");
    }

    private static List<Method> steps(List<Method> before, Method method) {
        List<Method> steps = new ArrayList<>(before);
        steps.add(method);
        return steps;
    }

    private static String name(String prefix, Method method) {
        if (method.isAnnotationPresent(WithParentName.class)) {
            return prefix;
        }
        String own = Optional.ofNullable(method.getAnnotation(WithName.class))
                .map(WithName::value)
                .orElseGet(() -> method.getName()
                        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                        .toLowerCase(Locale.ROOT));
        return prefix + "." + own + (method.getReturnType() == Map.class ? key(method) : "");
    }

    private static String key(Method method) {
        Type of = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
        return of instanceof Class<?> type && type.isEnum() ? ".<what>" : ".<key>";
    }
}
