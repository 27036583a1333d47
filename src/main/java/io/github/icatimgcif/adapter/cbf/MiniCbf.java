package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.Head;
import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.adapter.minicbf.MiniDialect;
import io.github.icatimgcif.adapter.minicbf.MiniHeader;
import io.github.icatimgcif.adapter.minicbf.MiniImage;
import io.github.icatimgcif.experiment.FrameLocation.Format;
import java.util.List;
import java.util.Optional;

/** A miniCBF: comments before a binary section whose own header gives the size of the image. */
final class MiniCbf implements MiniDialect {

    @Override
    public String label() {
        return "miniCBF";
    }

    @Override
    public Format format() {
        return Format.CBF;
    }

    @Override
    public Optional<MiniImage> image(Head head) {
        if (!head.startsWith(CbfHead.MAGIC)) {
            return Optional.empty();
        }
        CbfHead cbf = CbfHead.of(head.text());
        if (cbf.binary().isEmpty() || cbf.kind() != CbfHead.Kind.MINI) {
            return Optional.empty();
        }
        List<Integer> dimensions = cbf.binary().get().dimensions();
        if (dimensions.size() != 2) {
            throw new NotUsable(
                    head.file().name(),
                    "the header of the binary section must give X-Binary-Size-Fastest-Dimension and"
                            + " X-Binary-Size-Second-Dimension of one image; it gives " + dimensions);
        }
        return Optional.of(new MiniImage(
                MiniHeader.parse(cbf.text()), dimensions, cbf.binary().get().bitDepth()));
    }
}
