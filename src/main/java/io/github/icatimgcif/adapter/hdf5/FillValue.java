package io.github.icatimgcif.adapter.hdf5;

import java.util.Optional;

/** The value of what was never written. */
final class FillValue {

    private FillValue() {}

    static Optional<byte[]> of(ObjectHeader header) {
        Optional<byte[]> recent = header.message(ObjectHeader.FILL_VALUE).flatMap(FillValue::recent);
        return recent.isPresent()
                ? recent
                : header.message(ObjectHeader.OLD_FILL_VALUE).map(message -> message.bytes(message.count()));
    }

    private static Optional<byte[]> recent(Cursor message) {
        int version = message.u8();
        boolean defined;
        if (version == 3) {
            defined = (message.u8() & 0x20) != 0;
        } else {
            message.skip(2);
            defined = message.u8() != 0;
        }
        return defined && message.remaining() >= 4 ? Optional.of(message.bytes(message.count())) : Optional.empty();
    }
}
