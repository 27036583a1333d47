package io.github.icatimgcif.entrypoint.message;

import io.github.icatimgcif.dataset.StoredDataset;
import java.util.Optional;

/** What came of reading a message. */
public sealed interface MessageReading {

    /**
     * It announces a dataset.
     *
     * @param dataset the dataset
     * @param eventId the id of its CloudEvent, where it is one
     */
    record Readable(StoredDataset dataset, Optional<String> eventId) implements MessageReading {

        /** One without an envelope. */
        public Readable(StoredDataset dataset) {
            this(dataset, Optional.empty());
        }

        /** The same, in an envelope. */
        Readable inEvent(Optional<String> id) {
            return new Readable(dataset, id);
        }
    }

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
