package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Rotation;
import io.github.icatimgcif.geometry.Vector3;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The category {@code axis} of a full CBF, turned from its laboratory frame into that of McStas. */
final class FullAxes {

    private static final int DEEPEST = 64;

    /** A vector whose length is off by more was not meant to be one of length 1. */
    private static final double UNIT_LENGTH = 1e-3;

    private static final Vector3 USUAL_SOURCE = new Vector3(0, 0, 1);
    private static final Vector3 USUAL_GRAVITY = new Vector3(0, -1, 0);
    private static final Vector3 ALONG_BEAM = new Vector3(1, 0, 0);

    private final String subject;
    private final Findings findings;
    private final Map<String, CifRow> rows = new LinkedHashMap<>();
    private final Rotation toMcStas;

    FullAxes(DataBlock block, String subject, Findings findings) {
        this.subject = subject;
        this.findings = findings;
        CifRow.of(block, "axis").forEach(row -> row.text("id").ifPresent(id -> rows.putIfAbsent(id, row)));
        this.toMcStas = frame();
    }

    /**
     * McStas has z along the beam and y up. Where the file says neither where the source nor where down is, its X and Y are
     * those of the usual frame, whose Z points to the source.
     */
    private Rotation frame() {
        Vector3 source = direction("source").orElse(USUAL_SOURCE);
        Vector3 z = source.direction().times(-1);
        Vector3 up = direction("gravity").orElse(USUAL_GRAVITY).times(-1);
        Vector3 across = up.minus(z.times(up.dot(z)));
        if (across.length() < 1e-6) {
            Vector3 other = Math.abs(z.x()) > 0.9 ? new Vector3(0, 1, 0) : ALONG_BEAM;
            across = other.minus(z.times(other.dot(z)));
        }
        Vector3 y = across.direction();
        return new Rotation(y.cross(z), y, z);
    }

    private Optional<Vector3> direction(String equipment) {
        return rows.values().stream()
                .filter(row -> row.says("equipment", equipment))
                .map(row -> row.vector("vector"))
                .filter(vector -> vector.length() > 0)
                .findFirst();
    }

    /** The goniometer's axes, base first; empty if there are none. */
    List<Axis> goniometer(List<String> named) {
        List<String> ids = named.stream().filter(rows::containsKey).toList();
        if (ids.isEmpty()) {
            ids = rows.entrySet().stream()
                    .filter(row -> row.getValue().says("equipment", "goniometer"))
                    .map(Map.Entry::getKey)
                    .toList();
        }
        List<String> longest = List.of();
        for (String id : ids) {
            List<String> chain = carriers(id);
            longest = chain.size() > longest.size() ? chain : longest;
        }
        for (String id : ids) {
            if (!longest.contains(id)) {
                throw new NotUsable(
                        subject,
                        "the goniometer axes " + ids + " are no single chain: " + id + " is beside " + longest);
            }
        }
        return longest.stream().map(this::axis).toList();
    }

    /** The names of the axes that carry one, itself included, base first. */
    List<String> carriers(String id) {
        Deque<String> chain = new ArrayDeque<>();
        Optional<String> at = Optional.of(id);
        while (at.isPresent()) {
            if (chain.contains(at.get()) || chain.size() > DEEPEST) {
                throw new NotUsable(
                        subject, "_axis.depends_on runs in a circle or is deeper than " + DEEPEST + " at " + at.get());
            }
            chain.addFirst(at.get());
            at = row(at.get()).text("depends_on");
        }
        return new ArrayList<>(chain);
    }

    /** An axis in McStas. */
    Axis axis(String id) {
        CifRow row = row(id);
        String type = row.text("type").orElse("general");
        Axis.Kind kind =
                switch (type.toLowerCase(Locale.ROOT)) {
                    case "rotation" -> Axis.Kind.ROTATION;
                    case "translation" -> Axis.Kind.TRANSLATION;
                    default ->
                        throw new NotUsable(
                                subject,
                                "_axis.type of " + id + " is '" + type
                                        + "'; an axis that carries something is a rotation" + " or a translation");
                };
        if (row.number("rotation").filter(n -> n.signum() != 0).isPresent()) {
            throw new NotUsable(subject, "axis " + id + " has a fixed _axis.rotation, which is not understood here");
        }
        return new Axis(
                id,
                kind,
                turned(row, unit(id, row.vector("vector"))),
                turned(row, row.vector("offset")),
                row.text("equipment_component"));
    }

    /** What an axis does, for its setting. */
    boolean isRotation(String id) {
        return row(id).says("type", "rotation");
    }

    private CifRow row(String id) {
        CifRow row = rows.get(id);
        if (row == null) {
            throw new NotUsable(
                    subject, "the axis " + id + " is named and not defined in _axis; defined are " + rows.keySet());
        }
        return row;
    }

    private Vector3 unit(String id, Vector3 vector) {
        if (vector.length() == 0) {
            throw new NotUsable(subject, "_axis.vector of " + id + " has no direction");
        }
        if (Math.abs(vector.length() - 1) > UNIT_LENGTH) {
            findings.warning(
                    subject,
                    "_axis.vector of " + id + " has the length " + vector.length() + "; only its direction is"
                            + " used, as the dictionary has vectors of length 1");
        }
        return vector.direction();
    }

    private Vector3 turned(CifRow row, Vector3 vector) {
        String system = row.text("system").orElse("laboratory");
        if (system.equalsIgnoreCase("McStas")) {
            return vector;
        }
        if (!system.equalsIgnoreCase("laboratory")) {
            throw new NotUsable(
                    subject, "_axis.system is '" + system + "'; an instrument stands in laboratory or McStas");
        }
        return positiveZeros(toMcStas.apply(vector));
    }

    private static Vector3 positiveZeros(Vector3 v) {
        return new Vector3(v.x() + 0.0, v.y() + 0.0, v.z() + 0.0);
    }
}
