package io.github.icatimgcif.entrypoint.message;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The announcement of a stored dataset in JSON: the fields of ICAT's storeDataset. Unknown fields are passed over.
 *
 * @param datasetName      the dataset's name; the last part of the path if not given
 * @param proposalName     the proposal it belongs to
 * @param sampleIdentifier name of the sample
 * @param path             absolute folder or file of the data; the only field that must be there
 * @param parameters       parameter names and values; numbers and booleans are taken as text, null is left out
 * @param input            locations of the raw datasets this one was made from
 * @param icatDatasetId    id of the dataset in the catalogue
 * @param beamline         name of the beamline
 * @param startDate        start of collection, ISO 8601
 * @param endDate          end of collection, ISO 8601
 */
public record DatasetStoredMessage(
        String datasetName,
        String proposalName,
        String sampleIdentifier,
        String path,
        Map<String, String> parameters,
        List<String> input,
        @Nullable Long icatDatasetId,
        @Nullable String beamline,
        @Nullable String startDate,
        @Nullable String endDate) {}
