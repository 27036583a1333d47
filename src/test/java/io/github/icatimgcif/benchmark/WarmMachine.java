package io.github.icatimgcif.benchmark;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One kind of work again and again in a Java machine of its own, and after each the plain reading and writing of as many bytes
 * of the same files, which is what no program can do without. Prints one line of JSON. {@code src/test/scripts/benchmarks.py}
 * calls it for each row of its table:
 *
 * <pre>
 *   java -cp ... io.github.icatimgcif.benchmark.WarmMachine CONVERT DATASET FOLDER WARM_UP_SECONDS SECONDS
 * </pre>
 *
 * Bytes are those that Linux counts for the process, from files and cache alike.
 */
final class WarmMachine {

    private static final int BLOCK = 1 << 20;
    private static final int FEWEST_RUNS = 5;

    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * What one run took.
     *
     * @param clock     milliseconds
     * @param process   milliseconds of processors, collectors and compilers included; the system counts them in steps of ten,
     *                  so that only the mean of many says something
     * @param thread    milliseconds of the processor of the one thread that worked
     * @param allocated bytes of memory that it asked for
     */
    private record Taken(double clock, double process, double thread, long allocated) {}

    private WarmMachine() {}

    @SuppressWarnings("SystemOut")
    public static void main(String... arguments) throws IOException {
        Path place = Path.of(arguments[1]).toAbsolutePath().normalize();
        Path folder = Files.createDirectories(Path.of(arguments[2]).toAbsolutePath());
        MeasuredWork work = MeasuredWork.valueOf(arguments[0]);
        System.out.println(new WarmMachine()
                .measured(
                        work.on(place, folder),
                        place,
                        folder,
                        Double.parseDouble(arguments[3]),
                        Double.parseDouble(arguments[4])));
    }

    private String measured(MeasuredWork.Run run, Path place, Path folder, double warmUp, double seconds)
            throws IOException {
        int warmUps = 0;
        for (long begun = System.nanoTime(); secondsSince(begun) < warmUp || warmUps < 2; warmUps++) {
            run.go();
        }
        long read = counted("rchar");
        long written = counted("wchar");
        Path made = run.go();
        read = counted("rchar") - read;
        written = counted("wchar") - written;
        List<Path> sources = files(place);
        List<Taken> ours = new ArrayList<>();
        List<Taken> limit = new ArrayList<>();
        for (long begun = System.nanoTime(); secondsSince(begun) < seconds || ours.size() < FEWEST_RUNS; ) {
            ours.add(taken(run::go));
            long toRead = read;
            long toWrite = written;
            limit.add(taken(() -> plain(sources, toRead, folder.resolve("plain.bytes"), toWrite)));
        }
        return String.format(
                Locale.ROOT,
                "{\"runs\": %d, \"read\": %d, \"written\": %d, \"made\": %d, \"ours\": %s, \"limit\": %s}",
                ours.size(),
                read,
                written,
                Files.exists(made) ? Files.size(made) : 0,
                text(ours),
                text(limit));
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private interface Step {
        Object go() throws IOException;
    }

    private Taken taken(Step step) throws IOException {
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long all = process.getProcessCpuTime();
        long own = threads.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        step.go();
        return new Taken(
                (System.nanoTime() - begun) / 1e6,
                (process.getProcessCpuTime() - all) / 1e6,
                (threads.getCurrentThreadCpuTime() - own) / 1e6,
                threads.getCurrentThreadAllocatedBytes() - allocated);
    }

    /** Reads so many bytes in large blocks, from the first file on, and writes so many that a loss of power leaves. */
    private static Path plain(List<Path> sources, long toRead, Path target, long toWrite) throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        long left = toRead;
        for (Path source : sources) {
            if (left <= 0) {
                break;
            }
            try (FileChannel channel = FileChannel.open(source)) {
                int got;
                do {
                    block.clear().limit((int) Math.min(left, BLOCK));
                    got = channel.read(block);
                    left -= Math.max(got, 0);
                } while (left > 0 && got > 0);
            }
        }
        if (toWrite == 0) {
            return target;
        }
        try (FileChannel channel = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (long rest = toWrite; rest > 0; ) {
                block.clear().limit((int) Math.min(rest, BLOCK));
                rest -= channel.write(block);
            }
            channel.force(true);
        }
        return target;
    }

    private static List<Path> files(Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static long counted(String what) throws IOException {
        // Not Files.readString, which reads more than once to find the end.
        byte[] text = new byte[4096];
        try (InputStream in = Files.newInputStream(Path.of("/proc/self/io"))) {
            int length = in.read(text);
            return new String(text, 0, length, StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> line.startsWith(what + ":"))
                    .mapToLong(line ->
                            Long.parseLong(line.substring(what.length() + 1).strip()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String text(List<Taken> all) {
        return String.format(
                Locale.ROOT,
                "{\"clock\": %s, \"process\": %.3f, \"thread\": %s, \"allocated\": %d}",
                all.stream().map(Taken::clock).toList(),
                all.stream().mapToDouble(Taken::process).average().orElseThrow(),
                all.stream().map(Taken::thread).toList(),
                all.stream()
                        .mapToLong(Taken::allocated)
                        .sorted()
                        .skip(all.size() / 2)
                        .findFirst()
                        .orElseThrow());
    }
}
