package io.github.icatimgcif.adapter.hdf5;

/** Where links and attributes of large groups lie: a heap of blocks that double in size, looked into by object id. */
final class FractalHeap {

    private final FileBytes bytes;
    private final long address;
    private final int idLength;
    private final long hugeTree;
    private final int tableWidth;
    private final long firstBlock;
    private final long largestDirect;
    private final int offsetBytes;
    private final int lengthBytes;
    private final long root;
    private final int rootRows;

    FractalHeap(FileBytes bytes, long address) {
        this.bytes = bytes;
        this.address = address;
        int offsets = bytes.getSizeOfOffsets();
        int lengths = bytes.getSizeOfLengths();
        Cursor head = bytes.cursor(address, 22L + 12L * lengths + 3L * offsets);
        head.signature("FRHP").version(0, "fractal heap");
        idLength = head.u16();
        if (head.u16() != 0) {
            throw new Damaged("a compressed fractal heap, which is not read");
        }
        head.skip(1);
        long largestManaged = head.u32();
        head.length();
        hugeTree = head.offset();
        head.skip(lengths + offsets + 8 * lengths);
        tableWidth = head.u16();
        firstBlock = head.length();
        largestDirect = head.length();
        offsetBytes = (head.u16() + 7) / 8;
        head.skip(2);
        root = head.offset();
        rootRows = head.u16();
        lengthBytes = bytesFor(Math.min(largestDirect, largestManaged));
        if (tableWidth < 1 || firstBlock < 1 || largestDirect < firstBlock || largestDirect > 1 << 30) {
            throw new Damaged("a fractal heap of blocks of " + firstBlock + " to " + largestDirect + " bytes");
        }
    }

    /** The object with that id; {@code id} is read from its start. */
    Cursor object(Cursor id) {
        int head = id.u8();
        return switch (head >> 4 & 3) {
            case 0 -> {
                long offset = id.unsigned(offsetBytes);
                yield managed(offset, id.unsigned(lengthBytes));
            }
            case 1 -> huge(id.unsigned(Math.min(8, idLength - 1)));
            case 2 -> id.part((head & 0xF) + 1);
            default -> throw new Damaged("an object id of an unknown kind in a fractal heap");
        };
    }

    private Cursor managed(long offset, long length) {
        if (root == Cursor.UNDEFINED || offset < 0) {
            throw new Damaged("an object outside its fractal heap");
        }
        return rootRows == 0
                ? within(root, firstBlock * tableWidth * 2 + largestDirect, offset, length)
                : below(root, rootRows, offset, length, 0);
    }

    /** Looks for the offset in the indirect block at {@code block}; its direct blocks come first, then indirect ones. */
    private Cursor below(long block, int rows, long offset, long length, int depth) {
        long start = 0;
        for (int row = 0; row < rows; row++) {
            long size = row < 2 ? firstBlock : firstBlock << Math.min(row - 1, 40);
            long span = size * tableWidth;
            if (offset < start + span) {
                int column = (int) ((offset - start) / size);
                long child = child(block, row * tableWidth + column);
                long inside = offset - start - column * size;
                if (size <= largestDirect) {
                    return within(child, size, inside, length);
                }
                if (depth > 20) {
                    break;
                }
                return below(child, rowsOf(size), inside, length, depth + 1);
            }
            start += span;
        }
        throw new Damaged("an object outside its fractal heap");
    }

    private long child(long block, int entry) {
        int offsets = bytes.getSizeOfOffsets();
        Cursor head = bytes.cursor(block, 5L + offsets).signature("FHIB").version(0, "fractal heap block");
        if (head.offset() != address) {
            throw new Damaged("a block of another fractal heap");
        }
        return bytes.cursor(block + 5 + offsets + offsetBytes + (long) entry * offsets, offsets)
                .offset();
    }

    private Cursor within(long block, long size, long offset, long length) {
        if (offset + length > size) {
            throw new Damaged("an object that sticks out of its block of a fractal heap");
        }
        bytes.cursor(block, 5).signature("FHDB").version(0, "fractal heap block");
        return bytes.cursor(block + offset, length);
    }

    private int rowsOf(long size) {
        return 64 - Long.numberOfLeadingZeros(size / (firstBlock * tableWidth));
    }

    private Cursor huge(long key) {
        for (Cursor each : RecordTree.records(bytes, hugeTree)) {
            Cursor entry = each.copy();
            long at = entry.offset();
            long length = entry.length();
            if (entry.length() == key) {
                return bytes.cursor(at, length);
            }
        }
        throw new Damaged("a huge object that is not in its fractal heap");
    }

    private static int bytesFor(long most) {
        return most < 1 ? 1 : (63 - Long.numberOfLeadingZeros(most)) / 8 + 1;
    }
}
