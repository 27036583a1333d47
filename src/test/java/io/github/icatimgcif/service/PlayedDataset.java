package io.github.icatimgcif.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A raw dataset of the played facility: a copy of the sample that ships with the service.
 *
 * @param name     its name
 * @param location its folder, without links
 */
record PlayedDataset(String name, Path location) {

    static final String PROPOSAL = "mx2463";
    static final String SAMPLE = "Therm-6";

    /** The images that the sample has. */
    static final int FRAMES = 10;

    private static final List<String> RAW_FILES =
            List.of("metadata.json", "sample_1_data_000001.h5", "sample_1_master.h5");

    /** Stores the raw files. */
    static PlayedDataset storedAt(Path location) throws IOException {
        Files.createDirectories(location);
        for (String file : RAW_FILES) {
            try (var content = PlayedDataset.class.getResourceAsStream("/sample/" + file)) {
                if (content == null) {
                    throw new IllegalStateException("the sample " + file + " is not among the resources");
                }
                Files.copy(content, location.resolve(file));
            }
        }
        Path real = location.toRealPath();
        return new PlayedDataset(real.getFileName().toString(), real);
    }

    /** One that has the files of a folder, as links, so that very many of them have room. */
    static PlayedDataset linkedTo(Path original, Path location) throws IOException {
        return having(original, location, (there, here) -> Files.createLink(here, there));
    }

    /** One that has copies of the files of a folder. */
    static PlayedDataset copiedFrom(Path original, Path location) throws IOException {
        return having(original, location, (there, here) -> Files.copy(there, here));
    }

    private interface Taking {
        void take(Path there, Path here) throws IOException;
    }

    private static PlayedDataset having(Path original, Path location, Taking taking) throws IOException {
        Files.createDirectories(location);
        try (Stream<Path> files = Files.list(original)) {
            for (Path file : files.toList()) {
                taking.take(file, location.resolve(file.getFileName()));
            }
        }
        Path real = location.toRealPath();
        return new PlayedDataset(real.getFileName().toString(), real);
    }

    /** The key and the path of its announcement. */
    String key() {
        return location.toString();
    }

    /** Its announcement. */
    String event() {
        return event("{}", "[]");
    }

    /** Its announcement with these parameters and this input, both JSON. */
    String event(String parameters, String input) {
        return """
                {"datasetName": "%s", "proposalName": "%s", "sampleIdentifier": "%s", "path": "%s",
                 "parameters": %s, "input": %s}
                """.formatted(name, PROPOSAL, SAMPLE, location, parameters, input);
    }

    /** Where its imgCIF is to lie: beside the data. */
    Path imgCif() {
        return location.resolve(name + ".cif");
    }

    long imgCifSize() throws IOException {
        return Files.size(imgCif());
    }

    String imgCifSha256() throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(imgCif())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What lies in its folder besides the raw files, hidden files too. */
    List<String> otherFiles() throws IOException {
        try (Stream<Path> files = Files.list(location)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !RAW_FILES.contains(file))
                    .sorted()
                    .toList();
        }
    }
}
