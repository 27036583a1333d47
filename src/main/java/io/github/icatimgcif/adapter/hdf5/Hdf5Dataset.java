package io.github.icatimgcif.adapter.hdf5;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A data set: its shape and type without its values, and its values if they are asked for. */
public final class Hdf5Dataset implements Hdf5Node {

    private final Resolution.Found place;
    private final LinkFollower follower;
    private final ObjectHeader header;
    private Optional<Chunks> chunks = Optional.empty();

    Hdf5Dataset(Resolution.Found place, ObjectHeader header, LinkFollower follower) {
        this.place = place;
        this.header = header;
        this.follower = follower;
    }

    @Override
    public Path file() {
        return place.file().path();
    }

    @Override
    public String path() {
        return place.path();
    }

    @Override
    public Optional<Hdf5Attribute> attribute(String name) {
        return NodeReader.attribute(place, name);
    }

    @Override
    public List<String> attributeNames() {
        return NodeReader.attributeNames(place);
    }

    /** Its extent, slowest dimension first; no entry for a single value. */
    public int[] shape() {
        return read(() -> space().shape());
    }

    /** What its values are. */
    public ElementType type() {
        return read(() -> storedType().element());
    }

    /** True if its values lie in other data sets. */
    public boolean isVirtual() {
        return read(() -> layout() instanceof StorageLayout.Virtual);
    }

    /** The text, or the first of several; an array of letters of fixed length one is one text; empty if it is no text or blank. */
    public Optional<String> text() {
        return texts().stream().findFirst().filter(text -> !text.isBlank());
    }

    /** All texts; of an enumeration the names; none if it is no text or was never written. */
    public List<String> texts() {
        return read(() -> {
            StoredType type = storedType();
            boolean text = type.kind() == ElementType.Kind.TEXT || !type.names().isEmpty();
            return text ? values(type).texts() : List.of();
        });
    }

    /** All numbers, row-major; none if it holds no numbers or was never written. */
    public NumberColumn numbers() {
        return read(() -> {
            StoredType type = storedType();
            boolean number = type.kind() == ElementType.Kind.INTEGER || type.kind() == ElementType.Kind.FLOAT;
            return number ? values(type).numbers() : NumberColumn.EMPTY;
        });
    }

    /**
     * The pixels of one frame, row-major. The two fastest dimensions are the frame; {@code slowIndices} chooses along the
     * others. Pixels of 32 bits without a sign keep their bits: read them with {@link Integer#toUnsignedLong}.
     *
     * @throws Hdf5Unreadable if it is virtual, no data set of whole numbers, or compressed in an unknown way
     */
    public int[] frame(int... slowIndices) {
        return place.file().read("a frame of " + path(), () -> FrameReader.frame(this, slowIndices));
    }

    /**
     * The pixels of one frame with all its layers, [layer, slow, fast], row-major; of a virtual data set put together of the parts
     * that lie elsewhere.
     *
     * @param index 0-based, along the slowest dimension; 0 where the data set is one frame
     * @throws Hdf5Unreadable as {@link #frame}, or if a part is not there or is no box
     */
    public int[] wholeFrame(int index) {
        return place.file().read("a frame of " + path(), () -> VirtualParts.frame(this, index));
    }

    /** Whether the highest byte of each value comes first. */
    public boolean isBigEndian() {
        return read(() -> storedType().bigEndian());
    }

    /** The numbers of the filters that its values went through, in the order in which they were stored; none if it has none. */
    public List<Integer> filters() {
        return read(() ->
                header.message(ObjectHeader.FILTERS).map(ChunkFilters::numbers).orElse(List.of()));
    }

    /** Where the values of a virtual data set lie; none if it is not virtual. */
    public List<VirtualMapping> virtualMappings() {
        return read(() -> layout() instanceof StorageLayout.Virtual virtual
                ? VirtualMapping.all(place.file().heaps().object(virtual.heap(), virtual.index()))
                : List.of());
    }

    Resolution.Found place() {
        return place;
    }

    LinkFollower follower() {
        return follower;
    }

    FileBytes bytes() {
        return place.file().bytes();
    }

    Dataspace space() {
        return Dataspace.of(header.message(ObjectHeader.DATASPACE).orElseThrow(() -> new Damaged("it has no extent")));
    }

    StoredType storedType() {
        return StoredType.of(header.message(ObjectHeader.DATATYPE).orElseThrow(() -> new Damaged("it has no type")));
    }

    StorageLayout layout() {
        return StorageLayout.of(header.message(ObjectHeader.LAYOUT).orElseThrow(() -> new Damaged("it has no layout")));
    }

    Chunks chunks(StorageLayout.Chunked layout) {
        Chunks found =
                chunks.orElseGet(() -> new Chunks(bytes(), layout, space(), header.message(ObjectHeader.FILTERS)));
        chunks = Optional.of(found);
        return found;
    }

    /** What stands where nothing was written: zeros if the file does not say otherwise. */
    byte[] fill(int size) {
        return FillValue.of(header).filter(value -> value.length == size).orElseGet(() -> new byte[size]);
    }

    void refuseExternalStorage() {
        if (header.has(ObjectHeader.EXTERNAL_STORAGE)) {
            throw new Damaged("its values lie in a file without a format (external storage), which is not read");
        }
    }

    private StoredValues values(StoredType type) {
        return new StoredValues(
                type, WholeReader.bytes(this, type), place.file().heaps());
    }

    private <T> T read(java.util.function.Supplier<T> work) {
        return place.file().read(path(), work);
    }
}
