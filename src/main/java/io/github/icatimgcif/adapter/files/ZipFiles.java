package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.experiment.Packing.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The members of a zip archive: found by its directory without a look at them, and each read by itself. */
final class ZipFiles extends ArchiveFiles {

    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int LOCAL_HEADER = 30;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int BUFFER = 16 * 1024;

    private Optional<Map<RawFile, ZipMember>> index = Optional.empty();
    private Optional<List<RawFile>> listed = Optional.empty();

    ZipFiles(Path file, DataRoots roots, Limits limits) {
        super(file, Archive.ZIP, roots, limits);
    }

    @Override
    public List<RawFile> list() {
        if (listed.isEmpty()) {
            listed = Optional.of(index().keySet().stream()
                    .sorted((left, right) -> NaturalOrder.OF_NAMES.compare(left.name(), right.name()))
                    .toList());
        }
        return listed.get();
    }

    private Map<RawFile, ZipMember> index() {
        if (index.isEmpty()) {
            MemberNames names = namesAnew();
            Map<RawFile, ZipMember> members = new LinkedHashMap<>();
            try (FileContent content = content()) {
                new ZipDirectory(content, subject()).read(member -> {
                    String type = member.isLink() ? "a symbolic link" : "";
                    if (names.admits(member.file().name(), member.isFolder(), type)) {
                        members.put(member.file(), member);
                    }
                });
            }
            index = Optional.of(members);
        }
        return index.get();
    }

    @Override
    public void heads(Collection<RawFile> which, int atMostBytes, Consumer<Head> taker) {
        Map<RawFile, ZipMember> members = index();
        try (FileContent content = content()) {
            for (RawFile file : which) {
                ZipMember member = members.get(file);
                if (member != null) {
                    taker.accept(head(content, member, atMostBytes));
                }
            }
        }
    }

    @Override
    public void walk(int atMostBytes, Predicate<Head> goOn) {
        Map<RawFile, ZipMember> members = index();
        try (FileContent content = content()) {
            for (ZipMember member : members.values()) {
                if (!goOn.test(head(content, member, atMostBytes))) {
                    return;
                }
            }
        }
    }

    @Override
    public boolean content(String name, ContentTaker taker) {
        Optional<ZipMember> member = index().values().stream()
                .filter(one -> one.file().name().equals(name))
                .findFirst();
        if (member.isEmpty()) {
            return false;
        }
        requireOpen(member.get());
        Inflater inflater = new Inflater(true);
        try (FileContent content = content();
                InputStream stored =
                        content.from(dataOf(content, member.get()), member.get().storedSize(), BUFFER)) {
            Compressed.content(unpacked(stored, member.get(), inflater), taker);
            return true;
        } catch (IOException e) {
            throw damaged(name, e);
        } finally {
            inflater.end();
        }
    }

    private void requireOpen(ZipMember member) {
        if (member.isEncrypted()) {
            throw new FilesUnusable(
                    subject(),
                    "its member " + member.file().name() + " is encrypted: pack the archive anew without a password");
        }
    }

    private FilesUnusable damaged(String name, IOException e) {
        return new FilesUnusable(
                subject(), "its member " + name + " is damaged (" + e.getMessage() + "): copy or pack it anew", e);
    }

    private Head head(FileContent content, ZipMember member, int atMostBytes) {
        String name = member.file().name();
        requireOpen(member);
        Inflater inflater = new Inflater(true);
        try (InputStream stored = content.from(dataOf(content, member), member.storedSize(), BUFFER)) {
            Head head = Compressed.head(member.file(), unpacked(stored, member, inflater), atMostBytes);
            if (head.length() < Math.min(atMostBytes, member.file().size().orElse(0))
                    && head.compression().isEmpty()) {
                throw new IOException("it ends too early");
            }
            FileKind kind = FileKind.of(head);
            if (kind.isArchive()) {
                names().nested(name, kind);
            }
            return head;
        } catch (IOException e) {
            throw damaged(name, e);
        } finally {
            inflater.end(); // the memory of 100 000 of them would wait for the garbage collection
        }
    }

    private InputStream unpacked(InputStream stored, ZipMember member, Inflater inflater) {
        return switch (member.method()) {
            case STORED -> stored;
            case DEFLATED -> new InflaterInputStream(stored, inflater, BUFFER);
            default ->
                throw new FilesUnusable(
                        subject(),
                        "its member " + member.file().name() + " is packed by method " + member.method()
                                + "; stored (0) and deflated (8) are read: pack it anew with a usual program");
        };
    }

    /** Where the bytes of a member begin; only its own header says how long that header is. */
    private long dataOf(FileContent content, ZipMember member) {
        LittleEndian header = new LittleEndian(content.read(member.position(), LOCAL_HEADER));
        if (header.length() < LOCAL_HEADER || header.int32(0) != LOCAL_SIGNATURE) {
            throw new FilesUnusable(
                    subject(),
                    "its directory names " + member.file().name() + " where there is no member: copy or pack it anew");
        }
        return member.position() + LOCAL_HEADER + header.uint16(26) + header.uint16(28);
    }
}
