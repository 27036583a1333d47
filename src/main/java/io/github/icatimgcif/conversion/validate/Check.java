package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Finding;
import java.util.List;

/** One thing that a data block must fulfil. */
public interface Check {

    /** What is wrong; empty if nothing is. */
    List<Finding> judge(DataBlock block);
}
