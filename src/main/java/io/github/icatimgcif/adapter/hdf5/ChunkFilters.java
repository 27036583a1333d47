package io.github.icatimgcif.adapter.hdf5;

import io.jhdf.exceptions.HdfFilterException;
import io.jhdf.filter.FilterManager;
import io.jhdf.filter.FilterPipeline;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What the chunks of a data set went through. Deflate is undone here, as it is known how much comes out of it: jHDF lets it grow,
 * which takes three times the memory, and as much as there is of a chunk that was made for that.
 */
final class ChunkFilters {

    /** None at all. */
    static final ChunkFilters NONE = new ChunkFilters(List.of());

    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;

    private final List<FilterInfo> all;
    private final boolean endsWithDeflate;
    private final FilterPipeline others;

    private ChunkFilters(List<FilterInfo> all) {
        this.all = all;
        int last = all.size() - 1;
        this.endsWithDeflate = last >= 0
                && all.get(last).getId() == DEFLATE
                && all.subList(0, last).stream().allMatch(filter -> filter.getId() == SHUFFLE);
        this.others = pipeline(endsWithDeflate ? all.subList(0, last) : all);
    }

    /**
     * Those that a message names.
     *
     * @throws Damaged if one is not known
     */
    static ChunkFilters of(Cursor message) {
        OwnFilters.register();
        List<FilterInfo> wanted = infos(message);
        wanted.forEach(ChunkFilters::refuseUnknown);
        return new ChunkFilters(List.copyOf(wanted));
    }

    /** The numbers of the filters that a message names, also of those that are not known. */
    static List<Integer> numbers(Cursor message) {
        return infos(message).stream().map(FilterInfo::getId).toList();
    }

    /** How many there are. */
    int count() {
        return all.size();
    }

    /**
     * The values of a chunk.
     *
     * @param stored its bytes in the file
     * @param size   bytes of its values
     */
    byte[] undo(byte[] stored, int size) {
        byte[] inflated = endsWithDeflate ? inflated(stored, size) : stored;
        return others == FilterPipeline.NO_FILTERS ? inflated : others.decode(inflated);
    }

    private static byte[] inflated(byte[] stored, int size) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stored);
            byte[] values = new byte[size];
            int done = 0;
            while (done < size) {
                int piece = inflater.inflate(values, done, size - done);
                if (piece == 0) {
                    return Arrays.copyOf(values, done); // whoever wants more will say so
                }
                done += piece;
            }
            return values;
        } catch (DataFormatException e) {
            throw new Damaged("a chunk that cannot be inflated");
        } finally {
            inflater.end();
        }
    }

    private static FilterPipeline pipeline(List<FilterInfo> filters) {
        return filters.isEmpty() ? FilterPipeline.NO_FILTERS : FilterManager.getPipeline(filters);
    }

    private static List<FilterInfo> infos(Cursor message) {
        return new FilterPipelineMessage(
                        ByteBuffer.wrap(message.copy().rest()).order(ByteOrder.LITTLE_ENDIAN), new BitSet())
                .getFilters();
    }

    private static void refuseUnknown(FilterInfo filter) {
        try {
            FilterManager.getPipeline(List.of(filter));
        } catch (HdfFilterException unknown) {
            throw new Damaged("its values went through the filter " + filter.getId() + " (" + name(filter)
                    + "), which is not read");
        }
    }

    /** Recent files leave out the names of HDF5's own filters. */
    private static String name(FilterInfo filter) {
        return switch (filter.getId()) {
            case 4 -> "szip";
            case 5 -> "nbit";
            case 6 -> "scaleoffset";
            default -> filter.getName();
        };
    }
}
