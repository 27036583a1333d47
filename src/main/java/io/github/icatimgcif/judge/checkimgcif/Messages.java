package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.judge.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What a test says: each message passes or fails, and a test fails with any message that does. */
final class Messages {

    private final String test;
    private final List<Remark> remarks = new ArrayList<>();

    Messages(String test) {
        this.test = test;
    }

    /** A message that lets the test pass: that something is right, or a warning. */
    void pass(String message) {
        boolean warns = message.toLowerCase(Locale.ROOT).startsWith("warning");
        add(warns ? Severity.WARNING : Severity.NOTE, message);
    }

    /** A message that makes the test fail. */
    void fail(String message) {
        add(Severity.ERROR, message);
    }

    /** The first message that makes the test fail; empty if none does. */
    Optional<String> firstFailure() {
        return remarks.stream().filter(Remark::isError).map(Remark::wrong).findFirst();
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    private void add(Severity severity, String message) {
        remarks.add(new Remark(severity, test, "", OptionalInt.empty(), OptionalInt.empty(), message, ""));
    }
}
