package io.github.icatimgcif.golden;

import io.github.icatimgcif.shared.Python;
import io.github.icatimgcif.shared.SharedFolder;
import io.github.icatimgcif.shared.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The independent program that holds an imgCIF against what is known of the raw data. */
final class GeometryJudge {

    private GeometryJudge() {}

    /** What it says of a file; exit 0 if all agrees. */
    static Tool.Ended judge(Path imgCif, Path truth) throws IOException, InterruptedException {
        return Python.run(
                SharedFolder.at("oracles/compare_geometry.py"),
                List.of(imgCif.toString(), truth.toString(), "--quiet"));
    }
}
