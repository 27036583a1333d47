package io.github.icatimgcif.adapter.journal;

import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Ending;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.Publication;
import io.github.icatimgcif.conversion.Recording;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.dataset.Sha256;
import jakarta.persistence.EntityManager;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Keeps with the record of a conversion what it went by: when it looked, by which versions, for which dataset of the catalogue, what
 * that said of the publication, and how often it was waited for in vain. Whoever asks for another conversion because something
 * changed compares with that, and finds it brought up to date when the conversion has ended, however it ended: so no change is
 * answered twice.
 */
public final class LookedAt implements Recording {

    // The conversion that began last is the one that was recorded last, whatever the clock said when others began.
    // A dataset whose conversion failed has no answer yet: another one of the same folder may take its place in the
    // entry.
    private static final String KEEP = """
            update journal_dataset d
            set looked_at = c.started, made_by = :madeBy, catalogue_heard = :heard, doi = cast(:doi as text),
                release_date = cast(:release as timestamptz),
                gave_up_times = case when :gaveUp then least(d.gave_up_times + 1, 100) else 0 end,
                answered_ids = case when :failed or d.catalogue_id is null or d.catalogue_id = any(d.answered_ids)
                    then d.answered_ids else d.answered_ids || d.catalogue_id end
            from (select started from journal_conversion
                where dataset_id = (select id from journal_dataset where identity_hash = :hash)
                order by id desc limit 1) c
            where d.identity_hash = :hash
            """;

    private final EntityManager entities;
    private final Versions versions;

    /** A record that says these versions. */
    public LookedAt(EntityManager entities, Versions versions) {
        this.entities = entities;
        this.versions = versions;
    }

    @Override
    public void recorded(JournalEntry entry, Ending ending) {
        if (ending.toBeTried()) {
            return;
        }
        Optional<Publication> publication = ending.conversion().publication();
        DatabaseTrouble.told(
                "keep what the conversion of " + entry.dataset().location() + " went by",
                () -> entities.createNativeQuery(KEEP)
                        .setParameter("madeBy", madeBy(versions))
                        .setParameter("heard", publication.isPresent())
                        .setParameter(
                                "doi", publication.flatMap(Publication::doi).orElse(null))
                        .setParameter(
                                "release",
                                publication
                                        .flatMap(Publication::releaseDate)
                                        .map(date -> date.atOffset(ZoneOffset.UTC))
                                        .orElse(null))
                        .setParameter("gaveUp", ending.gaveUp())
                        .setParameter("failed", ending.state() == DatasetState.FAILED)
                        .setParameter("hash", Sha256.of(entry.dataset().identity()))
                        .executeUpdate());
    }

    /** As the column {@code made_by} has them. */
    static String madeBy(Versions versions) {
        return String.join("|", versions.service(), versions.mapping(), versions.dictionary());
    }
}
