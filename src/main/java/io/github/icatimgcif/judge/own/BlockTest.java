package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import java.util.List;

/** One thing that a data block must fulfil. */
interface BlockTest {

    /** What is tested, as checkImgCIF calls it where it has the same test. */
    String name();

    /** What is to be said of the block; empty if there is nothing. */
    List<Remark> judge(DataBlock block);
}
