package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.CifCompound;
import io.github.icatimgcif.cif.CifValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One frame of a dictionary: a definition as attributes with their values. */
final class DdlmFrame {

    private final String code;
    private final Map<String, List<CifCompound>> attributes = new LinkedHashMap<>();

    /** A frame without attributes; the code is what follows {@code save_}. */
    DdlmFrame(String code) {
        this.code = code;
    }

    /** Adds a value to an attribute. */
    void add(String attribute, CifCompound value) {
        attributes
                .computeIfAbsent(attribute.toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                .add(value);
    }

    /** Takes the attributes of another frame that this one has not, or all of them. */
    void take(DdlmFrame other, boolean replacing) {
        for (Map.Entry<String, List<CifCompound>> theirs : other.attributes.entrySet()) {
            if (replacing || !attributes.containsKey(theirs.getKey())) {
                attributes.put(theirs.getKey(), theirs.getValue());
            }
        }
    }

    /** The name by which it is asked for: what it defines, or its code where it is a template. */
    String id() {
        return single("_definition.id").orElse(code).toLowerCase(Locale.ROOT);
    }

    /** The code in lower case. */
    String code() {
        return code.toLowerCase(Locale.ROOT);
    }

    boolean isHead() {
        return single("_definition.class").filter("Head"::equalsIgnoreCase).isPresent();
    }

    boolean isCategory() {
        return single("_definition.scope").filter("Category"::equalsIgnoreCase).isPresent();
    }

    /** The value of an attribute; empty if it is not given, unknown or inapplicable. */
    Optional<String> single(String attribute) {
        return all(attribute).stream().findFirst();
    }

    /** The values of an attribute, those left out that are unknown or inapplicable. */
    List<String> all(String attribute) {
        return values(attribute).stream()
                .flatMap(value -> value instanceof CifCompound.Single single
                        ? single.value().asText().stream()
                        : Optional.<String>empty().stream())
                .toList();
    }

    /** Whether an attribute is given, if only as unknown or inapplicable. */
    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** The values of an attribute as they are. */
    List<CifCompound> values(String attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }

    /** The values that it may have and whether one of them is {@code .}, which is spelled so. */
    List<String> states() {
        return values("_enumeration_set.state").stream()
                .map(value -> value instanceof CifCompound.Single single
                        ? single.value().asText().orElse(single.value().equals(CifValue.UNKNOWN) ? "?" : ".")
                        : "")
                .toList();
    }
}
