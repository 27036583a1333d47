package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.NumberedName;
import io.github.icatimgcif.experiment.Packing;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with a number at the end of its name.
 *
 * @param folder of the file
 * @param names  how it and its neighbours are called
 * @param number its own
 */
record Numbered(Path folder, NumberedName names, int number) {

    private static final Pattern NAME = Pattern.compile("(.*?)(\\d{1,9})(\\D*)");

    static Optional<Numbered> of(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        Optional<Path> folder = Optional.ofNullable(file.getParent());
        if (folder.isEmpty() || !name.matches()) {
            return Optional.empty();
        }
        String digits = name.group(2);
        NumberedName names = new NumberedName(name.group(1), digits.length(), name.group(3));
        return Optional.of(new Numbered(folder.get(), names, Integer.parseInt(digits)));
    }

    /** Whether this is the file {@code count} numbers after {@code first}. */
    boolean follows(Numbered first, int count) {
        return folder.equals(first.folder)
                && number == first.number + count
                && names.of(number).equals(first.names.of(number));
    }

    FrameLocations.Run run(int count) {
        return new FrameLocations.NumberedFiles(folder, names, number, count, FrameLocation.Format.TIFF, Packing.NONE);
    }
}
