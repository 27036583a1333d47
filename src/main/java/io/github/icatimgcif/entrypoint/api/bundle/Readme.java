package io.github.icatimgcif.entrypoint.api.bundle;

import java.util.List;
import java.util.Optional;

/**
 * What a bundle tells whoever unpacks it.
 *
 * @param dataset  name of the dataset
 * @param proposal it belongs to
 * @param location where its raw data lie at the facility
 * @param doi      under which it is published, if it is
 * @param imgCif   name of the imgCIF in the bundle
 * @param passed   whether the tests pass
 * @param judge    the program that made and judged it, with its version
 * @param rawFiles how many raw files are in the bundle; empty if none was asked for
 * @param rawBytes their bytes
 * @param leftOut  what lies beside them and is not in it, each with the reason
 */
public record Readme(
        String dataset,
        String proposal,
        String location,
        Optional<String> doi,
        String imgCif,
        boolean passed,
        String judge,
        Optional<Integer> rawFiles,
        long rawBytes,
        List<String> leftOut) {

    private static final int MOST = 100;

    public Readme {
        leftOut = List.copyOf(leftOut);
    }

    /** The text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("Dataset ")
                .append(line(dataset))
                .append(", proposal ")
                .append(line(proposal))
                .append("\n\n");
        text.append(imgCif)
                .append(" describes the experiment: beam, axes, detector, scans, and in which file each\n")
                .append("frame is. It is an imgCIF, CIF text without pixels, by the dictionary CIF_IMG.\n\n")
                .append("check-report.txt and check-report.json say what ")
                .append(line(judge))
                .append(" finds in it: ")
                .append(passed ? "all tests pass" : "NOT ALL TESTS PASS")
                .append(".\nTo check it again:  imgcif check --dictionary ")
                .append(imgCif)
                .append("\n\n");
        text.append("Raw data\n").append(rawData());
        text.append("At the facility they lie in ").append(line(location)).append("\n");
        doi.ifPresent(its ->
                text.append("Published as https://doi.org/").append(line(its)).append("\n"));
        text.append("\nChecksums\nThey stand in checksums.sha256:  sha256sum -c checksums.sha256\n")
                .append(
                        "MANIFEST.tsv has the sizes too, and what the facility's catalogue says of each raw file; the\n")
                .append("checksums are those of the bytes as they were put in here.\n");
        if (!leftOut.isEmpty()) {
            text.append("\nNot in this bundle\n");
            leftOut.stream().limit(MOST).forEach(one -> text.append(line(one)).append("\n"));
            if (leftOut.size() > MOST) {
                text.append("and ").append(leftOut.size() - MOST).append(" more\n");
            }
        }
        return text.toString();
    }

    private String rawData() {
        return rawFiles.map(count -> count + " files with " + rawBytes
                        + " bytes are in the folder raw, to which the links of the" + " imgCIF lead.\n")
                .orElse(
                        "They are not in this bundle. The links of the imgCIF lead to a folder raw beside it: put them there, with\n"
                                + "all folders below the dataset's.\n");
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ");
    }
}
