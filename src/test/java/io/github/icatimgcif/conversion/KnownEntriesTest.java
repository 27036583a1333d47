package io.github.icatimgcif.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KnownEntriesTest {

    private static final Entry OF_AN_ID = new Entry("/data/a", Optional.of(1L), false);
    private static final Entry WITHOUT_ID = new Entry("/data/b", Optional.empty(), false);

    private record Entry(String location, Optional<Long> id, boolean waits) {}

    @Test
    void anEntryIsFoundByItsLocationAndElseByItsId() {
        KnownEntries<Entry> known = known(OF_AN_ID, WITHOUT_ID);

        assertThat(known.of(Optional.of("/data/b"), Optional.of(1L))).contains(WITHOUT_ID);
        assertThat(known.of(Optional.of("/mnt/data/a"), Optional.of(1L))).contains(OF_AN_ID);
        assertThat(known.of(Optional.of("/data/elsewhere"), Optional.of(1L))).isEmpty();
        assertThat(known.of(Optional.empty(), Optional.of(1L))).contains(OF_AN_ID);
        assertThat(known.of(Optional.of("/data/elsewhere"), Optional.of(2L))).isEmpty();
        assertThat(known.of(Optional.empty(), Optional.empty())).isEmpty();
    }

    @Test
    void ofSeveralThatClaimAnIdOneThatWaitsIsFound() {
        Entry waits = new Entry("/data/c", Optional.of(1L), true);

        assertThat(known(OF_AN_ID, waits).of(Optional.empty(), Optional.of(1L))).contains(waits);
        assertThat(known(waits, OF_AN_ID).of(Optional.empty(), Optional.of(1L))).contains(waits);
    }

    /** One of another sample may have kept the id from before the catalogue was loaded anew. */
    @Test
    void ofSeveralThatClaimAnIdOneThatLiesElsewhereIsNotFound() {
        Entry elsewhere = new Entry("/data/visitor/mx1/S2/run_1", Optional.of(1L), true);
        Entry here = new Entry("/mnt/data/visitor/mx1/S1/run_1", Optional.of(1L), false);
        Optional<String> place = Optional.of("/data/visitor/mx1/S1/run_1");

        assertThat(known(elsewhere, here).of(place, Optional.of(1L))).contains(here);
        assertThat(known(here, elsewhere).of(place, Optional.of(1L))).contains(here);
    }

    private static KnownEntries<Entry> known(Entry... entries) {
        return new KnownEntries<>(List.of(entries), Entry::location, Entry::id, Entry::waits);
    }
}
