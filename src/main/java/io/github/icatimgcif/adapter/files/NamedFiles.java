package io.github.icatimgcif.adapter.files;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The files of a dataset by their names. */
public final class NamedFiles {

    private final RawFiles files;
    private final Map<String, RawFile> byName = new LinkedHashMap<>();

    /** The files of a folder or an archive. */
    public NamedFiles(RawFiles files) {
        this.files = files;
        files.list().forEach(file -> byName.put(file.name(), file));
    }

    /** Where they lie. */
    public RawFiles files() {
        return files;
    }

    /** The series that their names make. */
    public List<NumberedSeries> series() {
        return NumberedSeries.of(files);
    }

    /** Hands over the heads of those files of these names that are there and regular, in the order of the storage. */
    public void heads(Collection<String> names, int atMostBytes, Consumer<Head> taker) {
        if (!names.isEmpty()) {
            files.heads(names.stream().map(byName::get).filter(Objects::nonNull).toList(), atMostBytes, taker);
        }
    }

    /**
     * The same, passing over files that are damaged: a damaged log beside the images is no reason to refuse them.
     *
     * @param taker gets each head and says whether the file is one that is looked for
     * @throws FilesUnusable if a file is damaged and none was one that is looked for
     */
    public void intactHeads(Collection<String> names, int atMostBytes, Predicate<Head> taker) {
        AtomicBoolean found = new AtomicBoolean();
        Consumer<Head> noting = head -> {
            if (taker.test(head)) {
                found.set(true);
            }
        };
        try {
            heads(names, atMostBytes, noting);
        } catch (FilesUnusable damaged) {
            FilesUnusable last = damaged;
            for (String name : names) {
                try {
                    heads(List.of(name), atMostBytes, noting);
                } catch (FilesUnusable one) {
                    last = one;
                }
            }
            if (!found.get()) {
                throw last;
            }
        }
    }
}
