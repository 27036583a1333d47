package io.github.icatimgcif.adapter.hdf5;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The global heaps of one file, where texts of variable length and the maps of virtual data sets lie. */
final class GlobalHeaps {

    private static final int KEPT = 8;

    private final FileBytes bytes;
    private final Map<Long, Map<Integer, Cursor>> collections = new LinkedHashMap<>();

    GlobalHeaps(FileBytes bytes) {
        this.bytes = bytes;
    }

    /** The object {@code index} of the heap at {@code address}. */
    Cursor object(long address, long index) {
        Map<Integer, Cursor> objects = collections.get(address);
        if (objects == null) {
            objects = read(address);
            if (collections.size() >= KEPT) {
                collections.remove(collections.keySet().iterator().next());
            }
            collections.put(address, objects);
        }
        Cursor object = objects.get(Cursor.fitting(index));
        if (object == null) {
            throw new Damaged("no object " + index + " in the global heap at " + address);
        }
        return object.copy();
    }

    int offsetSize() {
        return bytes.getSizeOfOffsets();
    }

    /** The text of variable length whose length, heap and index stand at {@code at} of {@code references}. */
    byte[] text(byte[] references, int at) {
        Cursor reference =
                new Cursor(ByteBuffer.wrap(references, at, 8 + offsetSize()), offsetSize(), bytes.getSizeOfLengths());
        int length = reference.count();
        long address = reference.offset();
        long index = reference.u32();
        return length == 0 || address == Cursor.UNDEFINED || address == 0
                ? new byte[0]
                : object(address, index).bytes(length);
    }

    private Map<Integer, Cursor> read(long address) {
        int head = 8 + bytes.getSizeOfLengths();
        long size = bytes.cursor(address, head)
                .signature("GCOL")
                .version(1, "global heap")
                .skip(3)
                .length();
        Cursor collection = bytes.cursor(address, size).skip(head);
        Map<Integer, Cursor> objects = new HashMap<>();
        while (collection.remaining() >= head) {
            int index = collection.u16();
            collection.skip(6);
            int length = Cursor.fitting(collection.length());
            if (index == 0) {
                break;
            }
            objects.put(index, collection.part(length));
            collection.skip(Math.min(collection.remaining(), (8 - length % 8) % 8));
        }
        return objects;
    }
}
