package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.adapter.files.FileKind;
import io.github.icatimgcif.adapter.files.FilesUnusable;
import io.github.icatimgcif.adapter.files.RawFile;
import io.github.icatimgcif.adapter.files.RawFiles;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.finding.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * HDF5 files in an archive, which are refused by name: a master leads to other files by their names in a folder, and HDF5 is read
 * here and there, while an archive can be read from its beginning only.
 */
final class ArchivedMasters {

    /** Members without any image before an archive is taken to hold none. */
    private static final int PATIENCE = 20;

    private static final int EXAMPLES = 3;

    private ArchivedMasters() {}

    /** Why nothing can be made of an archive at a location, or of the only one in a folder; empty if it is no such archive. */
    static Optional<Finding> refusal(Path location, DataRoots roots) {
        try {
            RawFiles at = RawFiles.at(location, roots);
            RawFiles files = at.loneArchive().orElse(at);
            boolean isArchive = files.packing(new RawFile("any"), Optional.empty())
                    .archive()
                    .isPresent();
            List<String> members = isArchive ? members(files) : List.of();
            return members.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Finding.error(
                            String.valueOf(files.location().getFileName()),
                            "holds HDF5 files (" + String.join(", ", members)
                                    + "); HDF5 is not read inside an archive: unpack it, and give the folder"));
        } catch (FilesUnusable e) {
            return Optional.empty(); // the formats that read archives say what is wrong with it
        }
    }

    /** Names of HDF5 members, up to the first image of another kind: an archive that has one is read for its sake. */
    private static List<String> members(RawFiles archive) {
        List<String> members = new ArrayList<>();
        List<String> others = new ArrayList<>();
        archive.walk(FileKind.BYTES, head -> {
            FileKind kind = FileKind.of(head);
            if (kind == FileKind.HDF5) {
                members.add(head.file().name());
            } else if (kind.isImage()) {
                members.clear();
                return false;
            } else {
                others.add(head.file().name());
            }
            return members.size() < EXAMPLES && others.size() < PATIENCE;
        });
        return members;
    }
}
