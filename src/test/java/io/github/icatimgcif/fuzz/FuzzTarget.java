package io.github.icatimgcif.fuzz;

import java.util.function.Consumer;

/** What is fed with bytes. The kept inputs of each lie in {@code src/test/resources/fuzz/} in a folder of its name. */
enum FuzzTarget {
    HDF5_OBJECTS(Hdf5Reader::everyObject),
    NXMX_MASTER(Hdf5Reader::aWholeMaster),
    CIF(TextReaders::cif),
    JUDGED_FILE(JudgedFiles::everyTest),
    CBF(ImageReaders::cbf),
    SMV(ImageReaders::smv),
    TIFF(ImageReaders::tiff),
    PIXELS(ImageReaders::pixels),
    ARCHIVE(ImageReaders::archive);

    private final Consumer<byte[]> reader;

    FuzzTarget(Consumer<byte[]> reader) {
        this.reader = reader;
    }

    /** Reads the bytes; throws if the reader throws anything that it does not declare. */
    void read(byte[] bytes) {
        reader.accept(bytes);
    }
}
