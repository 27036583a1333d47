package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.conversion.collect.CatalogueFiles;
import java.util.ArrayList;
import java.util.List;

/** The files that ICAT has of a dataset, in pieces: a query for more than ICAT gives at once is refused by it and not cut. */
final class IcatFiles implements CatalogueFiles {

    /** Five values each, which count one by one where they are many. */
    private static final int PIECE = 1000;

    private final IcatEntities entities;

    IcatFiles(IcatEntities entities) {
        this.entities = entities;
    }

    @Override
    public List<Listed> filesOf(long dataset) {
        List<Listed> files = new ArrayList<>();
        long last = -1;
        List<Listed> piece;
        do {
            piece = piece(dataset, last);
            files.addAll(piece);
            last = piece.isEmpty() ? last : piece.get(piece.size() - 1).id();
        } while (piece.size() == PIECE);
        return files;
    }

    private List<Listed> piece(long dataset, long after) {
        return entities
                .rows("SELECT f.id, f.name, f.location, f.fileSize, f.checksum FROM Datafile f WHERE f.dataset.id="
                        + dataset + " AND f.id > " + after + " ORDER BY f.id LIMIT 0," + PIECE)
                .stream()
                .map(row -> new Listed(
                        row.id(0).orElseThrow(),
                        row.text(1).orElse(""),
                        row.text(2).orElse(""),
                        row.id(3),
                        row.text(4).filter(text -> !text.isBlank())))
                .toList();
    }
}
