package io.github.icatimgcif.service;

import io.github.icatimgcif.deployment.Dockerfile;
import io.github.icatimgcif.shared.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * What the Dockerfile makes, without an engine: a root folder with what it copies, in which its programs run as its user, in a mount
 * namespace of their own where that root cannot be written to. The system and Java below it are those of this machine; processes,
 * network and limits of memory are not apart.
 */
final class Container {

    private static final List<String> OF_THIS_MACHINE = List.of("usr", "etc", "lib", "lib64", "bin", "sbin");

    private final Dockerfile file;
    private final Path root;
    private final Path workingFolder;
    private final List<String> mounts = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    private Container(Dockerfile file, Path root) throws IOException {
        this.file = file;
        this.root = root;
        this.workingFolder = Path.of("/").relativize(Path.of(file.only("WORKDIR")));
        Files.createDirectories(root.resolve(workingFolder));
        environment.put("PATH", "/opt/java/bin:/usr/bin:/bin");
        environment.putAll(file.environment());
        for (Dockerfile.Copy copy : file.copies()) {
            copy(copy);
        }
        system();
    }

    /** Carries the Dockerfile out in an empty folder; the test that asks is skipped where this machine does not allow it. */
    static Container in(Path root) throws IOException, InterruptedException {
        Tool.named("setpriv");
        Tool.named("chroot");
        Tool.Ended allowed =
                Tool.run(root, List.of(Tool.named("unshare"), "--mount", "mount", "-t", "tmpfs", "none", "/mnt"));
        Assumptions.assumeTrue(
                allowed.exit() == 0,
                "SKIPPED: no root folder can be made without being root on Linux: " + allowed.output());
        return new Container(Dockerfile.read(), root);
    }

    /** Sets variables of the environment of its processes. */
    Container with(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Lets a folder or a file of this machine be seen, so that it can be written to. */
    Container mounting(Path here, String there) {
        Path target = root.resolve(there.substring(1));
        // Made when all is mounted that comes before it, as it may lie below that.
        mounts.add("mkdir -p %s".formatted(Files.isDirectory(here) ? target : target.getParent()));
        if (Files.isRegularFile(here)) {
            mounts.add("touch " + target);
        }
        mounts.add("mount --bind %s %s".formatted(here, target));
        return this;
    }

    /** Lets a folder or a file of this machine be read. */
    Container reading(Path here, String there) {
        mounting(here, there);
        mounts.add("mount -o remount,bind,ro %s".formatted(root.resolve(there.substring(1))));
        return this;
    }

    /** A folder in memory, with the options of Compose: {@code /tmp:exec,size=1m}. As with Docker nothing there is executed by default. */
    Container inMemory(String wish) throws IOException {
        String[] parts = wish.split(":", 2);
        Path target = Files.createDirectories(root.resolve(parts[0].substring(1)));
        mounts.add("mount -t tmpfs -o noexec,nosuid,nodev,%s none %s".formatted(parts[1], target));
        return this;
    }

    /** Starts its program. */
    Process start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(file.entryPoint());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(inside(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Runs its program to its end. */
    Tool.Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(file.entryPoint());
        command.addAll(List.of(arguments));
        return Tool.run(root, inside(command));
    }

    /** Runs any command in it. */
    Tool.Ended execute(List<String> command) throws IOException, InterruptedException {
        return Tool.run(root, inside(command));
    }

    /** The command that runs another one in a namespace where these mounts are made and the root is read-only. */
    private List<String> inside(List<String> command) {
        String[] user = file.only("USER").split(":", 2);
        List<String> script = new ArrayList<>(List.of("set -e", "mount --bind %s %s".formatted(root, root)));
        // What belongs to the machine, and what the container was given.
        Stream.concat(
                        OF_THIS_MACHINE.stream()
                                .filter(name -> !Files.isSymbolicLink(Path.of("/", name))
                                        && Files.isDirectory(Path.of("/", name)))
                                .map(name -> "mount --rbind -o ro /%s %s".formatted(name, root.resolve(name))),
                        mounts.stream())
                .forEach(script::add);
        script.add("mount --rbind /proc " + root.resolve("proc"));
        script.add("mount --rbind /dev " + root.resolve("dev"));
        script.add("mount --bind -o ro %s %s".formatted(System.getProperty("java.home"), root.resolve("opt/java")));
        script.add("mount -o remount,bind,ro " + root);
        script.add("folder=$1; shift");
        script.add(
                "exec chroot %s setpriv --reuid=%s --regid=%s --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all"
                                .formatted(root, user[0], user[1])
                        + " -- sh -c 'cd \"$0\" && exec \"$@\"' \"$folder\" \"$@\"");
        List<String> all = new ArrayList<>(List.of("unshare", "--mount", "--propagation", "private", "env", "-i"));
        environment.forEach((name, value) -> all.add(name + "=" + value));
        all.addAll(List.of("/bin/sh", "-c", "PATH=$PATH:/usr/sbin:/sbin; " + String.join("\n", script), "container"));
        all.add("/" + workingFolder);
        all.addAll(command);
        return all;
    }

    private void copy(Dockerfile.Copy copy) throws IOException {
        for (String from : copy.from()) {
            Path source = Path.of(from);
            Path target = root.resolve(workingFolder).resolve(copy.to());
            if (Files.isDirectory(source)) {
                copyTree(source, target);
            } else {
                Path file = copy.to().endsWith("/") ? target.resolve(source.getFileName()) : target;
                Files.createDirectories(file.getParent());
                Files.copy(source, file);
            }
        }
    }

    private static void copyTree(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private void system() throws IOException {
        for (String name : List.of("proc", "dev", "opt/java", "run")) {
            Files.createDirectories(root.resolve(name));
        }
        for (String name : OF_THIS_MACHINE) {
            Path there = Path.of("/", name);
            if (Files.isSymbolicLink(there)) {
                Files.createSymbolicLink(root.resolve(name), Files.readSymbolicLink(there));
            } else if (Files.isDirectory(there)) {
                Files.createDirectories(root.resolve(name));
            }
        }
    }
}
