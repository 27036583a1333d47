package io.github.icatimgcif.adapter.hdf5;

import io.jhdf.checksum.ChecksumUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The messages of one object, unread: each is looked into only when asked for, so one strange message spoils no other. */
final class ObjectHeader {

    static final int DATASPACE = 0x01;
    static final int LINK_INFO = 0x02;
    static final int DATATYPE = 0x03;
    static final int OLD_FILL_VALUE = 0x04;
    static final int FILL_VALUE = 0x05;
    static final int LINK = 0x06;
    static final int EXTERNAL_STORAGE = 0x07;
    static final int LAYOUT = 0x08;
    static final int FILTERS = 0x0B;
    static final int ATTRIBUTE = 0x0C;
    static final int ATTRIBUTE_INFO = 0x15;
    static final int SYMBOL_TABLE = 0x11;
    private static final int CONTINUATION = 0x10;
    private static final int SHARED = 2;
    private static final int MOST_MESSAGES = 1_000_000;

    private record Message(int type, int flags, Cursor body) {}

    private final FileBytes bytes;
    private final List<Message> messages = new ArrayList<>();
    private final Set<Long> blocks = new HashSet<>();

    /** Reads the header at {@code address} and all its continuations. */
    ObjectHeader(FileBytes bytes, long address) {
        this.bytes = bytes;
        Cursor start = bytes.cursorUpTo(address, 64);
        if (start.copy().u8() == 1) {
            readOld(start, address);
        } else {
            readNew(start, address);
        }
    }

    boolean has(int type) {
        return messages.stream().anyMatch(message -> message.type() == type);
    }

    /** The first message of that type. */
    Optional<Cursor> message(int type) {
        return messages.stream()
                .filter(message -> message.type() == type)
                .findFirst()
                .map(this::body);
    }

    /** All messages of that type. */
    List<Cursor> messages(int type) {
        return messages.stream()
                .filter(message -> message.type() == type)
                .map(this::body)
                .toList();
    }

    private Cursor body(Message message) {
        return (message.flags() & SHARED) == 0 ? message.body().copy() : shared(bytes, message.body(), message.type());
    }

    /** The message of that type at the object that {@code reference} names: types are shared between data sets. */
    static Cursor shared(FileBytes bytes, Cursor reference, int type) {
        Cursor at = reference.copy();
        int version = at.u8();
        int kind = at.u8();
        if (version == 1) {
            at.skip(6);
        } else if (version == 3 && kind != 2) {
            throw new Damaged("a message in the shared message heap, which is not read");
        }
        ObjectHeader owner = new ObjectHeader(bytes, at.offset());
        return owner.messages.stream()
                .filter(message -> message.type() == type && (message.flags() & SHARED) == 0)
                .findFirst()
                .map(message -> message.body().copy())
                .orElseThrow(() -> new Damaged("a shared message that is not where it should be"));
    }

    private void readOld(Cursor start, long address) {
        start.skip(8);
        long size = start.u32();
        readOldBlock(address + 16, size);
    }

    private void readOldBlock(long address, long size) {
        once(address);
        Cursor block = bytes.cursor(address, size);
        while (block.remaining() >= 8) {
            int type = block.u16();
            int length = block.u16();
            int flags = block.u8();
            block.skip(3);
            add(new Message(type, flags, block.part(length)));
            continueAt(type, false);
        }
    }

    private void readNew(Cursor start, long address) {
        start.signature("OHDR").version(2, "object header");
        int flags = start.u8();
        start.skip((flags & 0x20) == 0 ? 0 : 16).skip((flags & 0x10) == 0 ? 0 : 4);
        long size = start.unsigned(1 << (flags & 3));
        if (size < 0) {
            throw new Damaged("an object header of " + Long.toUnsignedString(size) + " bytes");
        }
        ByteBuffer whole = bytes.read(address, start.position() + size + 4);
        once(address);
        readNewBlock(whole, start.position(), (flags & 4) != 0);
    }

    private void readNewBlock(ByteBuffer whole, int from, boolean ordered) {
        ChecksumUtils.validateChecksum(whole.duplicate().order(ByteOrder.LITTLE_ENDIAN));
        int prefix = ordered ? 6 : 4;
        Cursor block = new Cursor(
                whole.slice(from, whole.limit() - 4 - from), bytes.getSizeOfOffsets(), bytes.getSizeOfLengths());
        while (block.remaining() >= prefix) {
            int type = block.u8();
            int length = block.u16();
            int flags = block.u8();
            block.skip(prefix - 4);
            add(new Message(type, flags, block.part(length)));
            continueAt(type, ordered);
        }
    }

    /** Follows the message just read if it names a further block. */
    private void continueAt(int type, boolean ordered) {
        if (type != CONTINUATION) {
            return;
        }
        Cursor pointer = messages.get(messages.size() - 1).body().copy();
        long address = pointer.offset();
        long size = pointer.length();
        Cursor head = bytes.cursorUpTo(address, 4);
        if (head.remaining() == 4 && head.u32() == 0x4B48434FL) {
            once(address);
            readNewBlock(bytes.read(address, size), 4, ordered);
        } else {
            readOldBlock(address, size);
        }
    }

    private void once(long address) {
        if (!blocks.add(address)) {
            throw new Damaged("an object header that continues in itself");
        }
    }

    private void add(Message message) {
        messages.add(message);
        if (messages.size() > MOST_MESSAGES) {
            throw new Damaged("an object header of more than " + MOST_MESSAGES + " messages");
        }
    }
}
