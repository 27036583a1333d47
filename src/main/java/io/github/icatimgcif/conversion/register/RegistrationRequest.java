package io.github.icatimgcif.conversion.register;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.validate.Judgement;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.Sha256;
import io.github.icatimgcif.dataset.StoredDataset;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What the catalogue has to learn.
 *
 * @param raw      the raw dataset as announced
 * @param entry    its entry in the catalogue
 * @param imgCif   the file
 * @param name     name of the new dataset, by {@link RegistrationName}
 * @param frames   number of images the imgCIF describes
 * @param judgement what the judge says of it
 * @param started  when the conversion began
 * @param finished when the file was ready
 */
public record RegistrationRequest(
        StoredDataset raw,
        CatalogueEntry entry,
        WrittenImgCif imgCif,
        String name,
        int frames,
        Judgement judgement,
        Instant started,
        Instant finished) {

    /** Where the new dataset lies: the folder of the imgCIF, or the file itself where that folder is the raw dataset's own. */
    public String location() {
        Path path = imgCif.path().toAbsolutePath();
        String folder = path.getParent() == null ? "/" : path.getParent().toString();
        return folder.equals(raw.location()) || folder.equals(entry.location()) ? path.toString() : folder;
    }

    /** A mark of what is registered: another content of the file, another name or place give another one. */
    public String content() {
        return Sha256.of(name + "\n" + imgCif.path() + "\n" + imgCif.sha256());
    }
}
