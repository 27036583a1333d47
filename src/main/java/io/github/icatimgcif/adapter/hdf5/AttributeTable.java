package io.github.icatimgcif.adapter.hdf5;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The attributes of one object, from messages or from the heap of an object with many. */
final class AttributeTable {

    private final FileBytes bytes;
    private final GlobalHeaps heaps;
    private final List<Cursor> messages;

    AttributeTable(FileBytes bytes, GlobalHeaps heaps, ObjectHeader object) {
        this.bytes = bytes;
        this.heaps = heaps;
        this.messages = new ArrayList<>(object.messages(ObjectHeader.ATTRIBUTE));
        object.message(ObjectHeader.ATTRIBUTE_INFO).ifPresent(this::readDense);
    }

    List<String> names() {
        return messages.stream().map(message -> new Head(message.copy()).name).toList();
    }

    Optional<Hdf5Attribute> attribute(String name) {
        for (Cursor message : messages) {
            Cursor at = message.copy();
            Head head = new Head(at);
            if (head.name.equals(name)) {
                return Optional.of(read(head, at));
            }
        }
        return Optional.empty();
    }

    private void readDense(Cursor info) {
        info.version(0, "attribute info message");
        int flags = info.u8();
        info.skip((flags & 1) == 0 ? 0 : 2);
        long heapAddress = info.offset();
        long treeAddress = info.offset();
        if (heapAddress == Cursor.UNDEFINED || treeAddress == Cursor.UNDEFINED) {
            return;
        }
        FractalHeap heap = new FractalHeap(bytes, heapAddress);
        for (Cursor each : RecordTree.records(bytes, treeAddress)) {
            messages.add(heap.object(each.copy()));
        }
    }

    /** What comes before type, extent and values. */
    private static final class Head {

        private final int version;
        private final int flags;
        private final int typeSize;
        private final int spaceSize;
        private final String name;

        Head(Cursor at) {
            version = at.u8();
            flags = at.u8();
            int nameSize = at.u16();
            typeSize = at.u16();
            spaceSize = at.u16();
            if (version < 1 || version > 3) {
                throw new Damaged("version " + version + " of an attribute is not known, only 1 to 3");
            }
            at.skip(version == 3 ? 1 : 0);
            name = Texts.decoded(at.bytes(nameSize));
            pad(at);
        }

        void pad(Cursor at) {
            if (version == 1) {
                at.alignToEight();
            }
        }
    }

    private Hdf5Attribute read(Head head, Cursor at) {
        Cursor typeMessage = at.part(head.typeSize);
        head.pad(at);
        boolean sharedType = head.version > 1 && (head.flags & 1) != 0;
        StoredType type = StoredType.of(
                sharedType ? ObjectHeader.shared(bytes, typeMessage, ObjectHeader.DATATYPE) : typeMessage);
        Cursor spaceMessage = at.part(head.spaceSize);
        head.pad(at);
        Dataspace space = Dataspace.of(spaceMessage);
        long wanted = Math.multiplyExact(space.count(), type.elementSize());
        byte[] values = at.bytes(Cursor.fitting(wanted));
        return new Hdf5Attribute(type, new StoredValues(type, values, heaps));
    }
}
