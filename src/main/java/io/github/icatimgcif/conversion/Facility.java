package io.github.icatimgcif.conversion;

import io.github.icatimgcif.conversion.register.CatalogueNames;
import io.github.icatimgcif.conversion.register.RegistrationTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What is particular to a facility: where data lie, where an imgCIF goes, what things are called.
 *
 * @param id                  short name, the folder of its beamline files ({@code esrf})
 * @param dataRoots           folders below which raw data may be opened; nothing outside is ever read
 * @param imgCifPath          template of the path of an imgCIF: {@code {location}}, {@code {processed}} (the location with
 *                            RAW_DATA replaced by PROCESSED_DATA), {@code {name}}, {@code {sample}}, {@code {proposal}}
 * @param externalUri         template of the URI of a raw file: {@code {path}} (absolute), {@code {relative}} (to the imgCIF),
 *                            {@code {below}} (to the dataset's location), {@code {id}} (of the dataset in the catalogue),
 *                            {@code {doi}}; all percent-encoded
 * @param programNames        names under which this program's own output comes back, its present name first
 * @param skippedScanTypes    scan types that are no diffraction ({@code xrf}, {@code energy_scan})
 * @param registration        where an imgCIF is registered
 * @param catalogueNames      what the catalogue calls things
 */
public record Facility(
        String id,
        List<Path> dataRoots,
        String imgCifPath,
        String externalUri,
        List<String> programNames,
        Set<String> skippedScanTypes,
        RegistrationTarget registration,
        CatalogueNames catalogueNames) {

    public Facility {
        dataRoots = List.copyOf(dataRoots);
        programNames = List.copyOf(programNames);
        skippedScanTypes = Set.copyOf(skippedScanTypes);
    }

    /** Whether the links of its imgCIF can be followed from outside; such links are not given during an embargo. */
    public boolean givesPublicUris() {
        return externalUri.startsWith("http:") || externalUri.startsWith("https:");
    }
}
