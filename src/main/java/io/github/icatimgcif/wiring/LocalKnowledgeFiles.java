package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.knowledge.FacilityFiles;
import io.github.icatimgcif.adapter.knowledge.KnowledgeCheck;
import io.github.icatimgcif.adapter.knowledge.PublishedGeometry;
import io.github.icatimgcif.entrypoint.cli.LocalKnowledge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of a facility on this machine, for the command line. */
public final class LocalKnowledgeFiles implements LocalKnowledge {

    @Override
    public Checked check(Path folder) {
        KnowledgeCheck.Report report = KnowledgeCheck.of(FacilityFiles.of(folder));
        return new Checked(report.lines(), report.mistakes());
    }

    @Override
    public List<Imported> imported(Path cif, Optional<String> block) throws IOException {
        return PublishedGeometry.read(cif, block).stream()
                .map(made -> new Imported(made.block(), made.text(), made.left()))
                .toList();
    }
}
