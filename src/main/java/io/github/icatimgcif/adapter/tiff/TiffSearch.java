package io.github.icatimgcif.adapter.tiff;

import io.github.icatimgcif.adapter.files.FileKind;
import io.github.icatimgcif.adapter.files.Head;
import io.github.icatimgcif.adapter.files.NamedFiles;
import io.github.icatimgcif.adapter.files.NumberedSeries;
import io.github.icatimgcif.adapter.files.tiff.TiffFile;
import io.github.icatimgcif.adapter.files.tiff.TiffImage;
import io.github.icatimgcif.adapter.files.tiff.TiffUnreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the TIFF series of a dataset by looking into the first and the last file of every series of names. */
final class TiffSearch {

    private final TiffFiles tiffs;
    private final Map<String, Look> looks = new HashMap<>();

    private TiffSearch(NamedFiles files) {
        this.tiffs = new TiffFiles(files.files());
    }

    /** What one file is. */
    private enum Kind {
        PILATUS,
        PLAIN,
        NO_IMAGE,
        NOT_READ
    }

    /** What one file is, and why it is not read if it is not. */
    private record Look(Kind kind, String why) {}

    /**
     * What was found.
     *
     * @param pilatus series with the header of a miniCBF
     * @param plain   series of other images
     * @param noImage TIFF files that are damaged or no image of a detector, by name, and what they are
     * @param notRead series of images that this version does not read, by name, and why
     */
    record Found(
            List<NumberedSeries> pilatus,
            List<NumberedSeries> plain,
            Map<String, String> noImage,
            Map<String, String> notRead) {

        boolean isEmpty() {
            return pilatus.isEmpty() && plain.isEmpty() && noImage.isEmpty() && notRead.isEmpty();
        }
    }

    static Found in(NamedFiles files) {
        TiffSearch search = new TiffSearch(files);
        List<NumberedSeries> all = files.series();
        files.intactHeads(
                all.stream()
                        .flatMap(series -> Stream.of(series.first(), series.last())
                                .distinct()
                                .map(series::name))
                        .toList(),
                TiffFiles.HEAD,
                search::look);
        Found found = new Found(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        all.forEach(series -> search.sort(series, found));
        return found;
    }

    private boolean look(Head head) {
        Optional<Look> look = OtherImages.refusal(head).map(why -> new Look(Kind.NOT_READ, why));
        if (look.isEmpty() && FileKind.of(head) == FileKind.TIFF) {
            look = Optional.of(tiff(head));
        }
        look.ifPresent(kind -> looks.put(head.file().name(), kind));
        return look.isPresent();
    }

    private Look tiff(Head head) {
        try {
            return tiffs.ask(head, TiffFiles.HEAD, file -> look(file, head))
                    .orElseGet(() -> new Look(Kind.NO_IMAGE, "is no TIFF"));
        } catch (TiffUnreadable e) {
            return new Look(Kind.NO_IMAGE, e.reason());
        }
    }

    private static Look look(TiffFile file, Head head) {
        TiffImage image = file.image();
        Optional<String> refusal = OtherImages.refusal(head, image.width(), image.height());
        if (refusal.isPresent()) {
            return new Look(Kind.NOT_READ, refusal.get());
        }
        if (image.isColoured()) {
            return new Look(Kind.NO_IMAGE, "is a picture in colours and no image of a detector");
        }
        return new Look(PilatusTiff.header(file).isPresent() ? Kind.PILATUS : Kind.PLAIN, "");
    }

    /** The kind of a series is that of its first file, or of its last where the first is damaged or no TIFF. */
    private void sort(NumberedSeries series, Found found) {
        Optional<Look> first = Optional.ofNullable(looks.get(series.name(series.first())));
        Optional<Look> look = first.filter(one -> one.kind() != Kind.NO_IMAGE)
                .or(() -> Optional.ofNullable(looks.get(series.name(series.last()))))
                .or(() -> first);
        String name = series.count() == 1 ? series.name(series.first()) : series.template();
        look.ifPresent(one -> {
            switch (one.kind()) {
                case PILATUS -> found.pilatus().add(series);
                case PLAIN -> found.plain().add(series);
                case NO_IMAGE -> found.noImage().put(name, one.why());
                case NOT_READ -> found.notRead().put(name, one.why());
            }
        });
    }
}
