package io.github.icatimgcif.adapter.hdf5;

import io.github.icatimgcif.adapter.files.NaturalOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The links of one group, from the old symbol table, from link messages or from the heap of a large group. */
final class LinkTable {

    private static final int MOST_LINKS = 1_000_000;

    /** A link and, of a hard one, the address it points to. */
    record Entry(Hdf5Link link, long address) {}

    private final FileBytes bytes;
    private final Map<String, Entry> entries = new TreeMap<>(NaturalOrder.OF_NAMES);

    LinkTable(FileBytes bytes, ObjectHeader group) {
        this.bytes = bytes;
        group.message(ObjectHeader.SYMBOL_TABLE).ifPresent(this::readSymbolTable);
        group.messages(ObjectHeader.LINK).forEach(this::readMessage);
        group.message(ObjectHeader.LINK_INFO).ifPresent(this::readDense);
    }

    /** True if the object is a group at all. */
    static boolean isGroup(ObjectHeader object) {
        return object.has(ObjectHeader.SYMBOL_TABLE)
                || object.has(ObjectHeader.LINK_INFO)
                || object.has(ObjectHeader.LINK);
    }

    Optional<Entry> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** All links, data_000002 before data_000010. */
    List<Hdf5Link> links() {
        return entries.values().stream().map(Entry::link).toList();
    }

    private void add(Hdf5Link link, long address) {
        entries.put(link.name(), new Entry(link, address));
        if (entries.size() > MOST_LINKS) {
            throw new Damaged("a group of more than " + MOST_LINKS + " links");
        }
    }

    private void readMessage(Cursor message) {
        message.version(1, "link");
        int flags = message.u8();
        int kind = (flags & 8) == 0 ? 0 : message.u8();
        message.skip((flags & 4) == 0 ? 0 : 8).skip((flags & 16) == 0 ? 0 : 1);
        String name = text(message.bytes(Cursor.fitting(message.unsigned(1 << (flags & 3)))));
        switch (kind) {
            case 0 -> add(new Hdf5Link(name, Hdf5Link.Kind.HARD, Optional.empty(), Optional.empty()), message.offset());
            case 1 -> addSoft(name, text(message.bytes(message.u16())));
            case 64 -> addExternal(name, message.part(message.u16()));
            // A link of a kind somebody registered for himself leads nowhere for us.
            default -> addSoft(name, "");
        }
    }

    private void addSoft(String name, String path) {
        add(new Hdf5Link(name, Hdf5Link.Kind.SOFT, Optional.empty(), Optional.of(path)), Cursor.UNDEFINED);
    }

    private void addExternal(String name, Cursor target) {
        target.skip(1);
        String file = text(target.untilZero());
        String path = text(target.untilZero());
        add(new Hdf5Link(name, Hdf5Link.Kind.EXTERNAL, Optional.of(file), Optional.of(path)), Cursor.UNDEFINED);
    }

    private void readDense(Cursor info) {
        info.version(0, "link info message");
        int flags = info.u8();
        info.skip((flags & 1) == 0 ? 0 : 8);
        long heapAddress = info.offset();
        long treeAddress = info.offset();
        if (heapAddress == Cursor.UNDEFINED || treeAddress == Cursor.UNDEFINED) {
            return;
        }
        FractalHeap heap = new FractalHeap(bytes, heapAddress);
        for (Cursor each : RecordTree.records(bytes, treeAddress)) {
            readMessage(heap.object(each.copy().skip(4)));
        }
    }

    private void readSymbolTable(Cursor message) {
        long tree = message.offset();
        long heapAddress = message.offset();
        int lengths = bytes.getSizeOfLengths();
        Cursor heap = bytes.cursor(heapAddress, 8L + 2L * lengths + bytes.getSizeOfOffsets())
                .signature("HEAP")
                .version(0, "local heap")
                .skip(3);
        long size = heap.length();
        heap.length();
        readTree(tree, bytes.cursor(heap.offset(), size), new HashSet<>());
    }

    private void readTree(long address, Cursor names, Set<Long> seen) {
        if (!seen.add(address)) {
            throw new Damaged("a B-tree that contains itself");
        }
        int offsets = bytes.getSizeOfOffsets();
        int lengths = bytes.getSizeOfLengths();
        Cursor head = bytes.cursor(address, 8L + 2L * offsets).signature("TREE").skip(1);
        int level = head.u8();
        int used = head.u16();
        if (level > 20) {
            throw new Damaged("a B-tree " + level + " levels deep");
        }
        Cursor children = bytes.cursor(address + 8 + 2L * offsets, used * ((long) offsets + lengths));
        for (int i = 0; i < used; i++) {
            long child = children.skip(lengths).offset();
            if (level == 0) {
                readLeaf(child, names);
            } else {
                readTree(child, names, seen);
            }
        }
    }

    private void readLeaf(long address, Cursor names) {
        int offsets = bytes.getSizeOfOffsets();
        int count = bytes.cursor(address, 8).signature("SNOD").skip(2).u16();
        Cursor leaf = bytes.cursor(address + 8, count * (2L * offsets + 24));
        for (int i = 0; i < count; i++) {
            String name = name(names, leaf.offset());
            long target = leaf.offset();
            long cached = leaf.u32();
            Cursor scratch = leaf.skip(4).part(16);
            if (cached == 2) {
                addSoft(name, name(names, scratch.u32()));
            } else {
                add(new Hdf5Link(name, Hdf5Link.Kind.HARD, Optional.empty(), Optional.empty()), target);
            }
        }
    }

    private static String name(Cursor names, long at) {
        return text(names.copy().skip(Cursor.fitting(at)).untilZero());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
