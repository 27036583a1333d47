package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.experiment.Packing;
import io.github.icatimgcif.experiment.Packing.Archive;
import io.github.icatimgcif.experiment.Packing.Compression;
import io.github.icatimgcif.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the members of all archives have in common: one file on disk, and no way to any byte of a member but from its first. */
abstract class ArchiveFiles implements RawFiles {

    private final Path file;
    private final Archive archive;
    private final DataRoots roots;
    private final Limits limits;
    private MemberNames names;

    ArchiveFiles(Path file, Archive archive, DataRoots roots, Limits limits) {
        this.file = file;
        this.archive = archive;
        this.roots = roots;
        this.limits = limits;
        this.names = new MemberNames(subject(), limits);
    }

    final String subject() {
        return String.valueOf(file.getFileName());
    }

    final Limits limits() {
        return limits;
    }

    /** The archive as it is stored. */
    final FileContent content() {
        return FileContent.open(roots.confine(file));
    }

    /** Begins another look at all members. */
    final MemberNames namesAnew() {
        names = new MemberNames(subject(), limits);
        return names;
    }

    final MemberNames names() {
        return names;
    }

    @Override
    public final Path location() {
        return file;
    }

    @Override
    public final Optional<FileContent> open(RawFile member) {
        return Optional.empty();
    }

    @Override
    public final Path path(RawFile member) {
        return file;
    }

    @Override
    public final Packing packing(RawFile member, Optional<Compression> compression) {
        return new Packing(Optional.of(archive), Optional.of(member.name()), compression);
    }

    @Override
    public final Optional<RawFiles> loneArchive() {
        return Optional.empty();
    }

    @Override
    public final List<Finding> findings() {
        return names.findings();
    }

    @Override
    public final String description() {
        return "a " + archive + " archive";
    }
}
