package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.conversion.map.MappedBlock;
import io.github.icatimgcif.finding.Finding;
import java.util.List;

/** What the checks say of a block. */
public sealed interface Verdict {

    /** Everything that was found. */
    List<Finding> findings();

    /** A block that may be written and registered. Only {@link Validation} makes one. */
    final class Valid implements Verdict {

        private final MappedBlock block;
        private final List<Finding> findings;

        Valid(MappedBlock block, List<Finding> findings) {
            this.block = block;
            this.findings = List.copyOf(findings);
        }

        /** The block that was judged. */
        public MappedBlock block() {
            return block;
        }

        @Override
        public List<Finding> findings() {
            return findings;
        }
    }

    /**
     * A block that must not be registered.
     *
     * @param findings at least one error
     */
    record Invalid(List<Finding> findings) implements Verdict {
        public Invalid {
            findings = List.copyOf(findings);
        }
    }
}
