package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.dataset.StoredDataset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A catalogue that can tell which raw datasets have nothing yet that this program made of them. */
public interface UnconvertedDatasets {

    /**
     * Raw datasets without a job of this program.
     *
     * @param after ids above this one
     * @param upTo  ids not above this one
     * @param most  how many at most
     * @return in the order of their ids
     * @throws Unavailable if the catalogue does not answer
     */
    List<Unconverted> between(long after, long upTo, int most);

    /**
     * The highest id of any dataset; 0 if there is none.
     *
     * @throws Unavailable if the catalogue does not answer
     */
    long newestId();

    /**
     * A raw dataset.
     *
     * @param id              its id in the catalogue
     * @param name            its name
     * @param proposal        name of its investigation
     * @param sample          name of its sample; empty text if there is none
     * @param location        where its data lie; may be blank
     * @param complete        whether the catalogue calls it complete
     * @param changedByOthers when it was last changed, in whole seconds; empty if that was by ourselves
     */
    record Unconverted(
            long id,
            String name,
            String proposal,
            String sample,
            String location,
            boolean complete,
            Optional<Instant> changedByOthers) {

        /** As an event would have announced it. Its parameters are read when it is converted. */
        public StoredDataset announcement() {
            return announcementAt(location);
        }

        /** The same under another name of its place. */
        public StoredDataset announcementAt(String place) {
            return StoredDataset.raw(name, proposal, sample, place, Optional.of(id));
        }
    }
}
