package io.github.icatimgcif.adapter.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.register.CatalogueNames;
import io.github.icatimgcif.conversion.register.CatalogueNames.Fact;
import io.github.icatimgcif.conversion.register.RegistrationRefused;
import io.github.icatimgcif.conversion.register.RegistrationRequest;
import io.github.icatimgcif.conversion.validate.Judgement;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.StoredDataset;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

final class StoreDatasetMessageTest {

    private static final String RAW = "/data/visitor/mx2532/id23eh2/20250325/RAW_DATA/Lyso/Lyso-crystal05/run_01";
    private static final String IMGCIF =
            "/data/visitor/mx2532/id23eh2/20250325/PROCESSED_DATA/Lyso/Lyso-crystal05/run_01/imgCIF";

    @Test
    void itHasTheElementsOfPyicatPlusInTheirOrder() {
        assertThat(message().of(request("Lyso-crystal05", RAW)))
                .isEqualTo("<tns:dataset xmlns:tns=\"http://www.esrf.fr/icat\" complete=\"true\">"
                        + "<tns:investigation>mx2532</tns:investigation>"
                        + "<tns:instrument>id23-2</tns:instrument>"
                        + "<tns:name>run_01_imgCIF_a1b2c3d4</tns:name>"
                        + "<tns:location>" + IMGCIF + "</tns:location>"
                        + parameter("Sample_name", "Lyso-crystal05")
                        + "<tns:sample><tns:name>Lyso-crystal05</tns:name></tns:sample>"
                        + parameter("startDate", "2025-03-25T13:03:00.250000+00:00")
                        + "<tns:startDate>2025-03-25T13:03:00.250000+00:00</tns:startDate>"
                        + parameter("endDate", "2025-03-25T13:03:01.000000+00:00")
                        + "<tns:endDate>2025-03-25T13:03:01.000000+00:00</tns:endDate>"
                        + parameter("Process_program", "icat-imgcif")
                        + parameter("Process_version", "1")
                        + parameter("Process_triggering", "AUTOMATIC")
                        + parameter("scanType", "imgCIF")
                        + parameter("input_datasets", RAW)
                        + parameter("input_datasetIds", "4711")
                        + parameter("MX_numberOfImages", "900")
                        + parameter("machine", "worker.example")
                        + parameter("software", "icat-imgcif_v0.1.0")
                        + "</tns:dataset>");
    }

    @Test
    void textsStayTextsAndAreReadBackAsTheyWere() throws Exception {
        String sample = "Li\u00e9 & <tns:name>x</tns:name> \uD83D\uDD2C ]]>";

        String xml = message().of(request(sample, RAW));

        assertThat(xml)
                .matches("\\p{ASCII}+")
                .contains("Li&#233; &amp; &lt;tns:name&gt;")
                .contains("&#128300;");
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var document =
                parsers.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.US_ASCII)));
        var samples = document.getElementsByTagNameNS("http://www.esrf.fr/icat", "sample");
        assertThat(samples.getLength()).isEqualTo(1);
        assertThat(samples.item(0).getTextContent()).isEqualTo(sample);
    }

    @Test
    void whatTheIngesterWouldMisreadIsRefused() {
        assertThatThrownBy(() -> message().of(request("Lyso", "/data/visitor/mx2532/a,b")))
                .isInstanceOf(RegistrationRefused.class)
                .hasMessageContaining("because of its comma");
        assertThatThrownBy(() -> message().of(request("Lyso\u0007", RAW)))
                .isInstanceOf(RegistrationRefused.class)
                .hasMessageContaining("U+0007");
    }

    private static String parameter(String name, String value) {
        return "<tns:parameter><tns:name>" + name + "</tns:name><tns:value>" + value + "</tns:value></tns:parameter>";
    }

    private static StoreDatasetMessage message() {
        var names = new CatalogueNames(
                "ESRF",
                "acquisition",
                "processed",
                "imgCIF",
                "icat-imgcif",
                "1",
                Map.of(
                        Fact.INPUT_DATASETS, "input_datasets",
                        Fact.INPUT_DATASET_IDS, "input_datasetIds",
                        Fact.PROGRAM, "Process_program",
                        Fact.PROGRAM_VERSION, "Process_version",
                        Fact.TRIGGERING, "Process_triggering",
                        Fact.SCAN_TYPE, "scanType",
                        Fact.SAMPLE_NAME, "Sample_name",
                        Fact.NUMBER_OF_IMAGES, "MX_numberOfImages"),
                false);
        return new StoreDatasetMessage(names, "worker.example", "icat-imgcif_v0.1.0");
    }

    private static RegistrationRequest request(String sample, String location) {
        var raw = new StoredDataset(
                "run_01",
                "mx2532",
                sample,
                location,
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.of("id23-2"),
                Optional.empty(),
                Optional.empty());
        var entry = new CatalogueEntry(
                4711,
                "run_01",
                location,
                12,
                "mx2532",
                "id23-2",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                false);
        Instant finished = Instant.parse("2025-03-25T13:03:01Z");
        return new RegistrationRequest(
                raw,
                entry,
                new WrittenImgCif(Path.of(IMGCIF, "run_01.cif"), 48_213, "a1".repeat(32), finished, true),
                "run_01_imgCIF_a1b2c3d4",
                900,
                new Judgement(List.of(), true, "1.8.9"),
                Instant.parse("2025-03-25T13:03:00.25Z"),
                finished);
    }
}
