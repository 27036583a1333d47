package io.github.icatimgcif.cif;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Tells two what stands in a file, in one pass: one that ends at the first mistake, and one that hears all of it. Of save frames only
 * the second hears.
 */
final class BothHear implements CifEvents {

    private final CifEvents strict;
    private final CifEvents patient;
    private Optional<CifUnreadable> refusal = Optional.empty();
    private boolean inFrame;
    private boolean strictWants;
    private boolean patientWants;

    BothHear(CifEvents strict, CifEvents patient) {
        this.strict = strict;
        this.patient = patient;
    }

    /** Why the first one ended, if it did. */
    Optional<CifUnreadable> refusal() {
        return refusal;
    }

    /** Asks the strict one, unless it has ended. */
    private boolean strictly(BooleanSupplier told) {
        if (refusal.isPresent() || inFrame) {
            return false;
        }
        try {
            return told.getAsBoolean();
        } catch (CifUnreadable e) {
            refusal = Optional.of(e);
            return false;
        }
    }

    private void tellStrict(Runnable told) {
        strictly(() -> {
            told.run();
            return true;
        });
    }

    @Override
    public void block(String name, int line, int column) {
        tellStrict(() -> strict.block(name, line, column));
        patient.block(name, line, column);
    }

    @Override
    public boolean frame(String name, int line, int column) {
        inFrame = true;
        return patient.frame(name, line, column);
    }

    @Override
    public void endOfFrame() {
        patient.endOfFrame();
        inFrame = false;
    }

    @Override
    public boolean pair(CifName name) {
        strictWants = strictly(() -> strict.pair(name));
        patientWants = patient.pair(name);
        return strictWants || patientWants;
    }

    @Override
    public boolean loop(List<CifName> names, int line) {
        strictWants = strictly(() -> strict.loop(names, line));
        patientWants = patient.loop(names, line);
        return strictWants || patientWants;
    }

    @Override
    public void value(CifSpelling spelling, String text, int line, int column) {
        if (strictWants) {
            tellStrict(() -> strict.value(spelling, text, line, column));
        }
        if (patientWants) {
            patient.value(spelling, text, line, column);
        }
    }

    @Override
    public void compound(CifCompound value, int line, int column) {
        if (strictWants) {
            tellStrict(() -> strict.compound(value, line, column));
        }
        if (patientWants) {
            patient.compound(value, line, column);
        }
    }

    @Override
    public void endOfLoop() {
        if (strictWants) {
            tellStrict(strict::endOfLoop);
        }
        if (patientWants) {
            patient.endOfLoop();
        }
    }

    @Override
    public void endOfFile() {
        patient.endOfFile();
    }

    @Override
    public void problem(CifProblem problem) {
        tellStrict(() -> strict.problem(problem));
        patient.problem(problem);
    }
}
