package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.conversion.map.MappedBlock;
import io.github.icatimgcif.finding.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Judges a block by all checks; every check runs, whatever the others found. */
public final class Validation {

    private static final List<Check> CHECKS = List.of(
            new RequiredItems(),
            new WavelengthIsPositive(),
            new AxesAreDefined(),
            new ScanRangesAgree(),
            new AllFramesArePresent(),
            new SurfaceAxesStandStill(),
            new FirstPixelIsAtItsCentre(),
            new BeamMeetsDetector(),
            new PrincipalAxisIsX(),
            new KeysAreUnique());

    private Validation() {}

    /** The verdict on a block. */
    public static Verdict judge(MappedBlock mapped) {
        DataBlock block = mapped.on(LocalDate.EPOCH);
        List<Finding> findings = new ArrayList<>(mapped.findings());
        for (Check check : CHECKS) {
            findings.addAll(check.judge(block));
        }
        return findings.stream().anyMatch(Finding::isError)
                ? new Verdict.Invalid(findings)
                : new Verdict.Valid(mapped, findings);
    }
}
