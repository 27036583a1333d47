package io.github.icatimgcif.adapter.hdf5.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.icatimgcif.adapter.nxmx.NxmxMasters;
import io.github.icatimgcif.conversion.DataRoots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class MasterSearchTest {

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeWithoutWriterIsNoFolderAndIsNotWaitedFor(@TempDir Path folder) throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assumeTrue(
                mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0,
                "SKIPPED: this file system or machine makes no pipes");

        DataRoots roots = new DataRoots(List.of(folder));
        MasterSearch.Found found = new MasterSearch(roots, List.of(new NxmxMasters(roots))).in(pipe);

        assertThat(found.masters()).isEmpty();
        assertThat(found.files()).isZero();
    }
}
