package io.github.icatimgcif.entrypoint.message;

import io.github.icatimgcif.dataset.StoredDataset;

/** What came of reading a message. */
public sealed interface MessageReading {

    /** It announces a dataset. */
    record Readable(StoredDataset dataset) implements MessageReading {}

    /**
     * It is known what it is, and it is not for this service: an announcement of something else.
     *
     * @param what what it is
     */
    record PassedOver(String what) implements MessageReading {}

    /**
     * It is no announcement.
     *
     * @param reason what is wrong with it and what would be right
     */
    record Unreadable(String reason) implements MessageReading {}
}
