package io.github.icatimgcif.adapter.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers among bytes, the lowest byte first, as zip archives have them. */
final class LittleEndian {

    private final ByteBuffer bytes;

    LittleEndian(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    int length() {
        return bytes.capacity();
    }

    int uint16(int at) {
        return bytes.getShort(at) & 0xffff;
    }

    int int32(int at) {
        return bytes.getInt(at);
    }

    long uint32(int at) {
        return bytes.getInt(at) & 0xffffffffL;
    }

    long int64(int at) {
        return bytes.getLong(at);
    }
}
