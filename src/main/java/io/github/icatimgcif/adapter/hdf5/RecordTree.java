package io.github.icatimgcif.adapter.hdf5;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A version 2 B-tree, read whole: the records by which links and attributes of large groups are found. */
final class RecordTree {

    private static final int NODE_OVERHEAD = 10;
    private static final int MOST_RECORDS = 5_000_000;

    private final FileBytes bytes;
    private final List<Cursor> records = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private final int nodeSize;
    private final int recordSize;
    private final int countSize;
    private final List<Integer> totalSizes = new ArrayList<>();

    private RecordTree(FileBytes bytes, long address) {
        this.bytes = bytes;
        Cursor head = bytes.cursor(address, 22L + bytes.getSizeOfOffsets() + bytes.getSizeOfLengths());
        head.signature("BTHD").version(0, "B-tree").skip(1);
        nodeSize = head.count();
        recordSize = head.u16();
        int depth = head.u16();
        head.skip(2);
        long root = head.offset();
        int inRoot = head.u16();
        if (recordSize < 1 || nodeSize < NODE_OVERHEAD + recordSize || depth > 20) {
            throw new Damaged("a B-tree of depth " + depth + ", nodes of " + nodeSize + ", records of " + recordSize);
        }
        countSize = bytesFor((nodeSize - NODE_OVERHEAD) / recordSize);
        measure(depth);
        if (root != Cursor.UNDEFINED && inRoot > 0) {
            read(root, inRoot, depth);
        }
    }

    /** All records of the tree at {@code address}. */
    static List<Cursor> records(FileBytes bytes, long address) {
        return List.copyOf(new RecordTree(bytes, address).records);
    }

    /** How wide the count of all records below a node is stored, by depth: it grows with what could lie there at most. */
    private void measure(int depth) {
        long most = (nodeSize - NODE_OVERHEAD) / recordSize;
        totalSizes.add(0);
        for (int level = 1; level <= depth; level++) {
            int pointer = bytes.getSizeOfOffsets() + countSize + totalSizes.get(level - 1);
            long here = (nodeSize - NODE_OVERHEAD - pointer) / (recordSize + pointer);
            most = (here + 1) * most + here;
            totalSizes.add(bytesFor(most));
        }
    }

    private void read(long address, int count, int depth) {
        if (!seen.add(address)) {
            throw new Damaged("a B-tree that contains itself");
        }
        Cursor node = bytes.cursor(address, nodeSize)
                .signature(depth == 0 ? "BTLF" : "BTIN")
                .version(0, "B-tree node")
                .skip(1);
        for (int i = 0; i < count; i++) {
            records.add(node.part(recordSize));
        }
        if (records.size() > MOST_RECORDS) {
            throw new Damaged("a B-tree of more than " + MOST_RECORDS + " records");
        }
        for (int i = 0; depth > 0 && i <= count; i++) {
            long child = node.offset();
            int inChild = (int) node.unsigned(countSize);
            node.skip(totalSizes.get(depth - 1));
            read(child, inChild, depth - 1);
        }
    }

    private static int bytesFor(long most) {
        return most < 1 ? 1 : (63 - Long.numberOfLeadingZeros(most)) / 8 + 1;
    }
}
