package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.experiment.Packing.Archive;
import io.github.icatimgcif.experiment.Packing.Compression;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out whether a location is a folder, a file or an archive, and refuses archives that imgCIF has no word for. */
final class Opening {

    /** A folder with more files than this is no folder of one archive and a few papers about it. */
    private static final int MOST_BESIDE = 50;

    private static final String INSTEAD =
            "; the dictionary of imgCIF names ZIP, TGZ (tar with gzip) and TBZ (tar with bzip2): pack it anew as one of"
                    + " them, or unpack it";

    private Opening() {}

    static RawFiles at(Path location, DataRoots roots, Limits limits) {
        FolderFiles files = FolderFiles.at(location, roots, limits);
        if (!files.isOneFile()) {
            return files;
        }
        List<Head> heads = new ArrayList<>();
        files.heads(files.list(), FileKind.BYTES, heads::add);
        return heads.isEmpty() ? files : byKind(files, heads.get(0), roots, limits);
    }

    private static RawFiles byKind(FolderFiles file, Head head, DataRoots roots, Limits limits) {
        FileKind kind = FileKind.of(head);
        if (!kind.isArchive()) {
            return file;
        }
        Path path = file.location();
        Optional<Compression> compression = head.compression();
        if (kind == FileKind.ZIP && compression.isEmpty()) {
            return new ZipFiles(path, roots, limits);
        }
        if (kind == FileKind.TAR && compression.isPresent()) {
            Archive archive = compression.get() == Compression.GZ ? Archive.TGZ : Archive.TBZ;
            return new TarFiles(path, archive, roots, limits);
        }
        throw new FilesUnusable(String.valueOf(path.getFileName()), refusal(kind, compression) + INSTEAD);
    }

    private static String refusal(FileKind kind, Optional<Compression> compression) {
        return switch (kind) {
            case TAR -> "is a tar archive that is not compressed";
            case XZ -> "is compressed by xz, as a TXZ archive is";
            default ->
                "is a " + kind.label()
                        + compression.map(c -> " compressed as " + c).orElse("");
        };
    }

    static Optional<RawFiles> loneArchive(FolderFiles folder, DataRoots roots, Limits limits) {
        List<RawFile> files = folder.list();
        if (folder.isOneFile() || files.size() > MOST_BESIDE) {
            return Optional.empty();
        }
        List<RawFile> archives = new ArrayList<>();
        List<RawFile> images = new ArrayList<>();
        for (RawFile file : files) {
            try {
                folder.heads(List.of(file), FileKind.BYTES, head -> {
                    FileKind kind = FileKind.of(head);
                    if (kind.isArchive()) {
                        archives.add(file);
                    } else if (kind.isImage()) {
                        images.add(file);
                    }
                });
            } catch (FilesUnusable damaged) {
                continue; // a damaged log beside the archive is no reason to refuse the archive
            }
        }
        return archives.size() == 1 && images.isEmpty()
                ? Optional.of(at(folder.path(archives.get(0)), roots, limits))
                : Optional.empty();
    }
}
