/**
 * Frames of an imgCIF as full CBFs: the description of one frame with its pixels in the same file, for programs that follow no
 * links. Start reading at {@link FrameExport}.
 */
@NullMarked
package io.github.icatimgcif.judge.export;

import org.jspecify.annotations.NullMarked;
