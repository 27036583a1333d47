package io.github.icatimgcif.conversion.register;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a facility calls the things that a registration needs.
 *
 * @param facility           name of the facility in the catalogue; empty text if the catalogue has only one
 * @param rawType            dataset type of raw datasets ({@code acquisition})
 * @param processedType      dataset type of datasets made from others ({@code processed})
 * @param format             datafile format of an imgCIF ({@code imgCIF})
 * @param application        name of this program in the catalogue
 * @param applicationVersion version of it that stands in the catalogue
 * @param parameters         what each fact of a registration is called; a fact without a name is not written
 * @param mayCreate          whether missing types, formats and applications may be created
 */
public record CatalogueNames(
        String facility,
        String rawType,
        String processedType,
        String format,
        String application,
        String applicationVersion,
        Map<Fact, String> parameters,
        boolean mayCreate) {

    /** The facts that a registration may carry as parameters. */
    public enum Fact {
        /** Locations of the raw datasets, joined by commas. */
        INPUT_DATASETS,
        /** Their ids. */
        INPUT_DATASET_IDS,
        /** Name of this program. */
        PROGRAM,
        /** Version of this program. */
        PROGRAM_VERSION,
        /** AUTOMATIC or MANUAL. */
        TRIGGERING,
        /** SHA-256 of the file. */
        SHA256,
        /** Number of images described. */
        NUMBER_OF_IMAGES,
        /** Name of the sample. */
        SAMPLE_NAME,
        /** What kind of dataset it is: {@code imgCIF}. */
        SCAN_TYPE,
        /** Beginning of the conversion. */
        START_DATE,
        /** End of the conversion. */
        END_DATE,
        /** {@code valid}, or {@code valid with warnings}. */
        VERDICT,
        /** Number of warnings. */
        WARNINGS,
        /** What they say, as many as fit; {@code none} if there are none. */
        WARNING_TEXTS,
        /** PASS or FAIL, as checkImgCIF would say. */
        CHECK_IMG_CIF,
        /** Version of the dictionary that the file was held against. */
        DICTIONARY_VERSION;

        /** Whether it is of the judgement, which may change while the file does not: by a newer dictionary or newer tests. */
        public boolean isOfJudgement() {
            return compareTo(VERDICT) >= 0;
        }
    }

    public CatalogueNames {
        Map<Fact, String> kept = new EnumMap<>(Fact.class);
        kept.putAll(parameters);
        parameters = Collections.unmodifiableMap(kept);
    }

    /** Whether a dataset of this type was made from others; "reprocessed" and the like were, too. */
    public boolean isProcessed(String type) {
        return type.equalsIgnoreCase(processedType)
                || type.toLowerCase(Locale.ROOT).endsWith("processed");
    }

    /** The name of the parameter that carries a fact, if the facility has one. */
    public Optional<String> parameter(Fact fact) {
        return Optional.ofNullable(parameters.get(fact));
    }
}
