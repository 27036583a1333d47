package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.Head;
import io.github.icatimgcif.adapter.files.NumberedSeries;
import io.github.icatimgcif.adapter.files.RawFile;
import io.github.icatimgcif.adapter.files.RawFiles;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The files of a dataset by their names. */
final class CbfFiles {

    private final RawFiles files;
    private final Map<String, RawFile> byName = new LinkedHashMap<>();

    CbfFiles(RawFiles files) {
        this.files = files;
        files.list().forEach(file -> byName.put(file.name(), file));
    }

    /** Where they lie. */
    RawFiles files() {
        return files;
    }

    /** The series that their names make. */
    List<NumberedSeries> series() {
        return NumberedSeries.of(files);
    }

    /** Hands over the heads of those files of these names that are there and regular, in the order of the storage. */
    void heads(Collection<String> names, int atMostBytes, Consumer<Head> taker) {
        if (!names.isEmpty()) {
            files.heads(names.stream().map(byName::get).filter(Objects::nonNull).toList(), atMostBytes, taker);
        }
    }
}
