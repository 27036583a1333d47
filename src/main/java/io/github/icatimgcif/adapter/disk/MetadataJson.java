package io.github.icatimgcif.adapter.disk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.collect.Metadata;
import io.github.icatimgcif.conversion.collect.MetadataSource;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code metadata.json} in the folder of the dataset: the parameters of the event with their types and all their digits, which
 * the event and the catalogue may have rounded.
 */
public final class MetadataJson implements MetadataSource {

    private static final String NAME = "metadata.json";

    /** Bytes; real files have a few thousand. */
    private static final int LARGEST = 5_000_000;

    /** Python writes NaN and Infinity, which JSON does not have. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final DataRoots roots;

    /** @param dataRoots folders below which files may be read, links resolved */
    public MetadataJson(List<Path> dataRoots) {
        this.roots = new DataRoots(dataRoots);
    }

    @Override
    public Metadata read(StoredDataset dataset, Optional<CatalogueEntry> entry) {
        try {
            return read(Path.of(dataset.location()));
        } catch (InvalidPathException noPath) {
            return Metadata.NONE; // the readers of raw data say so
        }
    }

    private Metadata read(Path location) {
        Path parent = location.getParent();
        Path folder = parent != null && Files.isRegularFile(location) ? parent : location;
        Path file = folder.resolve(NAME);
        try {
            Path real = file.toRealPath();
            if (!roots.holds(real)) {
                return trouble(file, "leads out of the data roots, to " + real + "; not read");
            }
            if (!Files.isRegularFile(real)) {
                return trouble(file, "is no file; not read");
            }
            try (InputStream content = Files.newInputStream(real)) {
                byte[] bytes = content.readNBytes(LARGEST + 1);
                return bytes.length > LARGEST
                        ? trouble(file, "is larger than " + LARGEST + " bytes; not read")
                        : parsed(file, bytes);
            }
        } catch (NoSuchFileException absent) {
            return Metadata.NONE;
        } catch (AccessDeniedException denied) {
            return trouble(file, "may not be read by this service; not read");
        } catch (IOException cannotRead) {
            if (!DataRoots.isStale(cannotRead) && !Files.isDirectory(folder)) {
                return Metadata.NONE; // a folder that is a file, or went away meanwhile
            }
            throw Unavailable.ofStorage("cannot read " + file, cannotRead);
        }
    }

    private static Metadata parsed(Path file, byte[] bytes) throws IOException {
        List<Reading> readings = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return trouble(file, "holds no JSON object of parameters; not used");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                text(parser)
                        .filter(text -> !name.isBlank())
                        .ifPresent(text ->
                                readings.add(new Reading(Source.METADATA_FILE, SourceTerm.parameter(name), text)));
            }
            return new Metadata(readings, List.of());
        } catch (JsonProcessingException broken) {
            // Half a file says nothing reliable: it may be in the middle of being written.
            return trouble(file, "is no JSON: " + broken.getOriginalMessage() + "; not used");
        }
    }

    /** The value as text with its digits as recorded; empty for null and for what is nested. */
    private static Optional<String> text(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> Optional.empty();
            case START_OBJECT -> {
                parser.skipChildren();
                yield Optional.empty();
            }
            case START_ARRAY -> list(parser);
            default -> Optional.of(parser.getText());
        };
    }

    /** Lists are joined by commas, as the event and the catalogue have them; a list of anything nested is left out. */
    private static Optional<String> list(JsonParser parser) throws IOException {
        List<String> elements = new ArrayList<>();
        boolean nested = false;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            nested |= parser.currentToken().isStructStart();
            text(parser).ifPresent(elements::add);
        }
        return nested || elements.isEmpty() ? Optional.empty() : Optional.of(String.join(",", elements));
    }

    private static Metadata trouble(Path file, String message) {
        return new Metadata(List.of(), List.of(Finding.warning(file.toString(), NAME + " " + message)));
    }
}
