package io.github.icatimgcif.adapter.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.icatimgcif.conversion.Milestone;
import io.github.icatimgcif.conversion.Milestones;
import io.github.icatimgcif.conversion.write.ImgCifContent;
import io.github.icatimgcif.conversion.write.Writing;
import io.github.icatimgcif.conversion.write.Writing.Blocked;
import io.github.icatimgcif.conversion.write.Writing.Cause;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AtomicImgCifTargetTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 17);

    private final Path root;
    private final Path place;

    AtomicImgCifTargetTest(@TempDir Path temporary) throws IOException {
        this.root = Files.createDirectories(temporary.resolve("data")).toRealPath();
        this.place = root.resolve("RAW_DATA/run_01/run_01.cif");
    }

    @Test
    void theFileIsThereWithItsSizeAndChecksumAndNothingElse() throws Exception {
        var written = written(on(MONDAY).write(place, saying("omega")));

        byte[] bytes = Files.readAllBytes(place);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("2026-11-16")
                .contains("omega");
        assertThat(written.path()).isEqualTo(place);
        assertThat(written.size()).isEqualTo(bytes.length);
        assertThat(written.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(written.isNew()).isTrue();
        assertThat(filesBesideThePlace()).containsExactly("run_01.cif");
    }

    @Test
    void unchangedContentIsNotRewrittenOnAnotherDay() throws IOException {
        var first = written(on(MONDAY).write(place, saying("omega")));

        var second = written(on(TUESDAY).write(place, saying("omega")));

        assertThat(second).isEqualTo(new WrittenImgCif(place, first.size(), first.sha256(), first.modified(), false));
        assertThat(Files.readString(place)).contains("2026-11-16");
    }

    @Test
    void changedContentIsWrittenWithTheNewDate() throws IOException {
        on(MONDAY).write(place, saying("omega"));

        var second = written(on(TUESDAY).write(place, saying("kappa")));

        assertThat(second.isNew()).isTrue();
        assertThat(Files.readString(place)).contains("2026-11-17").contains("kappa");
    }

    @Test
    void aFileOfSomebodyElseIsNeverOverwritten() throws IOException {
        Files.createDirectories(place.resolveSibling(""));
        Files.writeString(place, "#\\#CIF_2.0\ndata_x\n_audit.creation_method 'by hand, not icat'\n");

        var outcome = on(MONDAY).write(place, saying("omega"));

        assertThat(outcome).isInstanceOfSatisfying(Blocked.class, blocked -> {
            assertThat(blocked.cause()).isEqualTo(Cause.PERMANENT);
            assertThat(blocked.message()).contains("was not written by icat-imgcif and is not overwritten");
        });
        assertThat(Files.readString(place)).contains("by hand");
    }

    @Test
    void anEmptyFileIsOfSomebodyElse() throws IOException {
        Files.createDirectories(place.resolveSibling(""));
        Files.createFile(place);

        assertBlocked(on(MONDAY).write(place, saying("omega")), Cause.PERMANENT, "not overwritten");
    }

    @Test
    void aFileThatSomebodyPutsThereMeanwhileIsNotOverwritten() throws IOException {
        Milestones intruder = milestone -> writeForeign(place);

        var outcome = new AtomicImgCifTarget(List.of(root), clock(MONDAY), intruder).write(place, saying("omega"));

        assertBlocked(outcome, Cause.PERMANENT, "not overwritten");
        assertThat(filesBesideThePlace()).containsExactly("run_01.cif");
    }

    @Test
    void aFolderOrALinkInTheWayIsBlocked() throws IOException {
        Files.createDirectories(place);
        assertBlocked(on(MONDAY).write(place, saying("omega")), Cause.PERMANENT, "is a folder or a link");

        Path link = root.resolve("link.cif");
        Files.createSymbolicLink(link, root.resolve("elsewhere.cif"));
        assertBlocked(on(MONDAY).write(link, saying("omega")), Cause.PERMANENT, "is a folder or a link");
        assertThat(root.resolve("elsewhere.cif")).doesNotExist();
    }

    @Test
    void aFileWhereAFolderIsNeededIsBlockedForGood() throws IOException {
        Files.createDirectories(root.resolve("RAW_DATA"));
        Path inTheWay = Files.writeString(root.resolve("RAW_DATA/run_01"), "no folder");

        assertBlocked(
                on(MONDAY).write(place, saying("omega")),
                Cause.PERMANENT,
                inTheWay + " is a file where a folder is needed");
        assertThat(inTheWay).hasContent("no folder");
    }

    @Test
    void nothingIsWrittenOutsideTheDataRoots(@TempDir Path elsewhere) throws IOException {
        assertBlocked(
                on(MONDAY).write(elsewhere.resolve("new/x.cif"), saying("omega")),
                Cause.PERMANENT,
                "outside the data roots");
        Files.createSymbolicLink(root.resolve("escape"), elsewhere);
        assertBlocked(
                on(MONDAY).write(root.resolve("escape/new/x.cif"), saying("omega")),
                Cause.PERMANENT,
                "outside the data roots");
        assertBlocked(
                on(MONDAY).write(root.resolve("../x.cif"), saying("omega")), Cause.PERMANENT, "outside the data roots");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aFullDiskLeavesNothingBehindAndMayPass() throws IOException {
        ImgCifContent tooMuch = (out, date) -> {
            out.write("#\\#CIF_2.0\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            throw new FileSystemException(place.toString(), null, "No space left on device");
        };

        assertBlocked(on(MONDAY).write(place, tooMuch), Cause.STORAGE, "No space left on device");
        assertThat(filesBesideThePlace()).isEmpty();
    }

    @Test
    void aDiskThatIsReallyFullLeavesTheOldFileAndNothingElse() throws Exception {
        Path small = Files.createDirectories(root.resolve("small"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small.toString()) == 0,
                "SKIPPED, no really full disk: this user may not mount a tmpfs");
        try {
            Path target = small.resolve("run_01.cif");
            on(MONDAY).write(target, saying("omega"));

            assertBlocked(on(TUESDAY).write(target, saying("x".repeat(200_000))), Cause.STORAGE, "No space left");
            assertThat(Files.readString(target)).contains("omega");
            assertThat(names(small)).containsExactly("run_01.cif");
        } finally {
            run("umount", small.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Disk quota exceeded, PASSING",
        "Stale file handle, STORAGE",
        "Input/output error, STORAGE",
        "Read-only file system, STORAGE",
        "Transport endpoint is not connected, STORAGE",
        "Connection timed out, STORAGE"
    })
    void whatTheStorageSaysInTheMiddleLeavesNothingBehindAndMayPass(String reason, Cause cause) throws IOException {
        Files.createDirectories(place.getParent());
        ImgCifContent half = (out, date) -> {
            out.write(new byte[200_000]);
            throw new FileSystemException(place.toString(), null, reason);
        };

        assertBlocked(on(MONDAY).write(place, half), cause, reason);
        assertThat(place.getParent()).isEmptyDirectory();

        written(on(MONDAY).write(place, saying("omega")));
        assertThat(place).content().contains("omega");
    }

    @Test
    void aFileSystemThatIsReadOnlyIsBlockedAndMayPass() throws Exception {
        Path readOnly = Files.createDirectories(root.resolve("readonly"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "ro,size=64k", "tmpfs", readOnly.toString()) == 0,
                "SKIPPED, no really read-only file system: this user may not mount a tmpfs");
        try {
            assertBlocked(on(MONDAY).write(readOnly.resolve("a.cif"), saying("omega")), Cause.STORAGE, "Read-only");
        } finally {
            run("umount", readOnly.toString());
        }
    }

    @Test
    void aFolderWithoutPermissionIsBlockedForGood() throws IOException {
        assumeTrue(
                !System.getProperty("user.name").equals("root"),
                "SKIPPED, no folder without permission: this is root, who may do anything");
        Path folder = Files.createDirectories(place.resolveSibling(""));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));

        assertBlocked(on(MONDAY).write(place, saying("omega")), Cause.PERMANENT, "may not write");
    }

    @Test
    void aFolderThatVanishesMeanwhileIsBlockedAndMayPass() {
        Milestones vanishing = milestone -> delete(place.resolveSibling("").toFile());

        var outcome = new AtomicImgCifTarget(List.of(root), clock(MONDAY), vanishing).write(place, saying("omega"));

        assertBlocked(outcome, Cause.PASSING, "went away while the imgCIF was written");
        assertThat(place.resolveSibling("")).doesNotExist();
    }

    @Test
    void whatACrashLeftBehindIsRemovedAndOtherFilesStay() throws IOException {
        Path folder = Files.createDirectories(place.resolveSibling(""));
        Files.writeString(folder.resolve(".run_01.cif." + UUID.randomUUID() + ".icat-imgcif-tmp"), "half");
        Path ofAnother =
                Files.writeString(folder.resolve(".run_02.cif." + UUID.randomUUID() + ".icat-imgcif-tmp"), "half");
        Files.writeString(folder.resolve("a_master.h5"), "raw");

        on(MONDAY).write(place, saying("omega"));

        assertThat(filesBesideThePlace())
                .containsExactly(ofAnother.getFileName().toString(), "a_master.h5", "run_01.cif");
    }

    @Test
    void whatACrashLeftAndCannotBeLockedStaysUntilItIsOldAndStopsNobody() throws IOException {
        Path leftOver = place.resolveSibling(".run_01.cif." + UUID.randomUUID() + ".icat-imgcif-tmp");
        // A folder cannot be opened for writing: it refuses the lock as a storage without locks does.
        Files.createDirectories(leftOver);
        Files.setLastModifiedTime(
                leftOver, FileTime.from(clock(MONDAY).instant().minusSeconds(3600)));

        assertThat(written(on(MONDAY).write(place, saying("omega"))).isNew()).isTrue();
        assertThat(leftOver).exists();

        Files.setLastModifiedTime(
                leftOver, FileTime.from(clock(MONDAY).instant().minusSeconds(2 * 86_400)));
        assertThat(written(on(MONDAY).write(place, saying("phi"))).isNew()).isTrue();
        assertThat(leftOver).doesNotExist();
    }

    @Test
    void whatAnotherWriterIsJustWritingIsNotRemoved() throws IOException {
        List<Writing> inner = new ArrayList<>();
        Milestones another = milestone -> {
            if (inner.isEmpty()) {
                inner.add(on(MONDAY).write(place, saying("first")));
            }
        };

        var outer = new AtomicImgCifTarget(List.of(root), clock(MONDAY), another).write(place, saying("second"));

        assertThat(written(outer).isNew()).isTrue();
        assertThat(Files.readString(place)).contains("second");
        assertThat(filesBesideThePlace()).containsExactly("run_01.cif");
    }

    @Test
    void manyWritersOfTheSameFileLeaveOneWholeFile() throws Exception {
        int writers = 8;
        var pool = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Writing>> tasks = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                ImgCifContent content = saying(Integer.toString(i % 3).repeat(100_000));
                tasks.add(() -> on(MONDAY).write(place, content));
            }
            for (var task : pool.invokeAll(tasks)) {
                assertThat(task.get()).isInstanceOf(Writing.Written.class);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(Files.readString(place)).matches("(?s).*_x\\.said '(0{100000}|1{100000}|2{100000})'\n");
        assertThat(filesBesideThePlace()).containsExactly("run_01.cif");
    }

    @Test
    void thePreparedFileIsWholeBeforeItHasItsName() {
        List<String> seen = new ArrayList<>();
        Milestones listening = milestone -> {
            seen.add(milestone + " " + place.toFile().exists());
            seen.addAll(filesBesideThePlace().stream()
                    .map(name -> name.replaceAll("[0-9a-f-]{36}", "UUID"))
                    .toList());
        };

        new AtomicImgCifTarget(List.of(root), clock(MONDAY), listening).write(place, saying("omega"));

        assertThat(seen).containsExactly(Milestone.PREPARED + " false", ".run_01.cif.UUID.icat-imgcif-tmp");
    }

    @Test
    void aFaultOfTheContentIsOursAndLeavesNothingBehind() {
        AtomicInteger asked = new AtomicInteger();
        ImgCifContent faulty = (out, date) -> {
            asked.incrementAndGet();
            throw new IllegalStateException("no axis");
        };

        assertThatThrownBy(() -> on(MONDAY).write(place, faulty)).isInstanceOf(IllegalStateException.class);
        assertThat(asked).hasValue(1);
        assertThat(filesBesideThePlace()).isEmpty();
    }

    private AtomicImgCifTarget on(LocalDate day) {
        return new AtomicImgCifTarget(List.of(root), clock(day), Milestones.UNHEARD);
    }

    private static Clock clock(LocalDate day) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return Clock.fixed(noon, ZoneOffset.UTC);
    }

    private static ImgCifContent saying(String text) {
        return (out, date) -> out.write(("#\\#CIF_2.0\ndata_run_01\n_audit.creation_date " + date
                        + "\n_audit.creation_method 'icat-imgcif 0.1.0'\n_x.said '" + text + "'\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static WrittenImgCif written(Writing writing) {
        assertThat(writing).isInstanceOf(Writing.Written.class);
        return ((Writing.Written) writing).imgCif();
    }

    private static void assertBlocked(Writing writing, Cause cause, String message) {
        assertThat(writing).isInstanceOfSatisfying(Blocked.class, blocked -> {
            assertThat(blocked.message()).contains(message);
            assertThat(blocked.cause()).isEqualTo(cause);
        });
    }

    private List<String> filesBesideThePlace() {
        return names(place.resolveSibling(""));
    }

    private static List<String> names(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? List.of() : Stream.of(names).sorted().toList();
    }

    private static void writeForeign(Path place) {
        try {
            Files.writeString(place, "mine");
        } catch (IOException cannotWrite) {
            throw new java.io.UncheckedIOException(cannotWrite);
        }
    }

    private static void delete(File folder) {
        for (String name : names(folder.toPath())) {
            assertThat(new File(folder, name).delete()).isTrue();
        }
        assertThat(folder.delete()).isTrue();
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
        } catch (IOException noSuchProgram) {
            return -1;
        }
    }
}
