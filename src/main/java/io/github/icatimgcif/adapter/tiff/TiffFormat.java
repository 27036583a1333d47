package io.github.icatimgcif.adapter.tiff;

import io.github.icatimgcif.adapter.files.FileKind;
import io.github.icatimgcif.adapter.files.FilesUnusable;
import io.github.icatimgcif.adapter.files.Head;
import io.github.icatimgcif.adapter.files.HeaderSurvey;
import io.github.icatimgcif.adapter.files.RawFiles;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.collect.RawFormat;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * TIFF, and the formats of MAR, Bruker and Rigaku. This version knows them by name and reads none of them: the one who gave
 * them is told what would be read, instead of that there is nothing.
 */
public final class TiffFormat implements RawFormat {

    /** The header of a MAR CCD begins at byte 1024 of a TIFF, with a number and then its name. */
    private static final int MAR_NAME = 1028;

    private static final int HEAD = 2048;

    private final DataRoots roots;

    /** Reads only what lies below these folders. */
    public TiffFormat(DataRoots roots) {
        this.roots = roots;
    }

    @Override
    public String name() {
        return "TIFF";
    }

    @Override
    public RawReading read(Path location) {
        try {
            HeaderSurvey.Found<String> found =
                    new HeaderSurvey<>(HEAD, TiffFormat::refusal).of(RawFiles.at(location, roots));
            return found.series().isEmpty()
                    ? new RawReading.Absent(
                            "TIFF, MAR, Bruker and R-AXIS: looked for their first bytes; found " + found.description())
                    : new RawReading.Unusable(found.series().stream()
                            .map(series -> Finding.error(
                                    series.names().template(),
                                    series.headers().values().iterator().next()))
                            .toList());
        } catch (FilesUnusable e) {
            return new RawReading.Unusable(List.of(e.finding()));
        } catch (OutsideDataRoots e) {
            return new RawReading.Unusable(List.of(Finding.error(location.toString(), String.valueOf(e.getMessage()))));
        }
    }

    private static Optional<String> refusal(Head head) {
        return switch (FileKind.of(head)) {
            case TIFF ->
                Optional.of(
                        head.hasAt(MAR_NAME, (byte) 'M', (byte) 'M', (byte) 'X')
                                ? notRead("images of a MAR or Rayonix CCD (TIFF with a MAR header)")
                                : notRead("TIFF images"));
            case MAR345 -> Optional.of(notRead("images of a MAR345 image plate"));
            case BRUKER -> Optional.of(notRead("Bruker frames (SFRM)"));
            case RAXIS -> Optional.of(notRead("images of a Rigaku R-AXIS image plate"));
            default -> Optional.empty();
        };
    }

    private static String notRead(String what) {
        return "these are " + what + ", which this version does not read: convert them to CBF with the geometry in the"
                + " header, or give the HDF5 master if the detector wrote one";
    }
}
