package io.github.icatimgcif.icatstub;

import java.util.List;

/**
 * A job as the stub has it.
 *
 * @param application name and version
 * @param inputs      ids of the datasets in its input collection
 * @param outputs     ids of the datasets in its output collection
 */
public record StubJob(long id, String application, List<Long> inputs, List<Long> outputs) {}
