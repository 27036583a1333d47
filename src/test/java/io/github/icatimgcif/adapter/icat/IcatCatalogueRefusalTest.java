package io.github.icatimgcif.adapter.icat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.register.CatalogueNames;
import io.github.icatimgcif.conversion.register.RegistrationRefused;
import io.github.icatimgcif.icatstub.StubRequest;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cannot be registered, and what is said of it. */
final class IcatCatalogueRefusalTest {

    @Test
    void aNameThatDiffersInCaseOnlyIsRefused() {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.client().catalogue().register(laboratory.request());

            assertThatThrownBy(() -> laboratory
                            .client()
                            .catalogue()
                            .register(laboratory.request("INS-X0303-run_06-imgCIF", Laboratory.SHA, 1)))
                    .isInstanceOf(RegistrationRefused.class)
                    .hasMessageContaining(Laboratory.NAME);
        }
    }

    @Test
    void somebodyElsesDatasetIsNotTouched() {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.stub.content().addDataset(laboratory.investigation, Laboratory.NAME, "/elsewhere");

            assertThatThrownBy(() -> laboratory.client().catalogue().register(laboratory.request()))
                    .isInstanceOf(RegistrationRefused.class)
                    .hasMessageContaining("simple/root");

            assertThat(laboratory.stub.requests().stream().filter(StubRequest::isWrite))
                    .isEmpty();
        }
    }

    @Test
    void aMissingRightIsNamed() {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.stub.allow("DatasetParameter", false);

            assertThatThrownBy(() -> laboratory.client().catalogue().register(laboratory.request()))
                    .isInstanceOf(RegistrationRefused.class)
                    .hasMessageContaining("simple/ingest")
                    .hasMessageContaining("CREATE access to this DatasetParameter is not allowed");

            assertThat(laboratory.stub.content().dataset(Laboratory.NAME)).isEmpty();
        }
    }

    @Test
    void whatIcatWouldRefuseUnderAFalseReasonIsRefusedHere() {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory
                    .stub
                    .content()
                    .add(
                            "ParameterType",
                            Map.of(
                                    "facility",
                                    1L,
                                    "name",
                                    "few_images",
                                    "units",
                                    "NA",
                                    "valueType",
                                    "NUMERIC",
                                    "applicableToDataset",
                                    true,
                                    "enforced",
                                    true,
                                    "maximumNumericValue",
                                    100.0));
            CatalogueNames names = Laboratory.names(Map.of(CatalogueNames.Fact.NUMBER_OF_IMAGES, "few_images"), false);
            Icat strict = laboratory.client(names, Clock.systemUTC());

            assertThatThrownBy(() -> strict.catalogue().register(laboratory.request()))
                    .isInstanceOf(RegistrationRefused.class)
                    .hasMessageContaining("'few_images' is to be 720");
            assertThatThrownBy(() -> laboratory
                            .client()
                            .catalogue()
                            .register(laboratory.request("x".repeat(256), Laboratory.SHA, 1)))
                    .isInstanceOf(RegistrationRefused.class)
                    .hasMessageContaining("256 characters");
            assertThatThrownBy(() -> laboratory
                            .client()
                            .catalogue()
                            .register(laboratory.request("crystal \uD83D\uDC8E", Laboratory.SHA, 1)))
                    .isInstanceOf(RegistrationRefused.class)
                    .hasMessageContaining("Basic Multilingual Plane");

            assertThat(laboratory.stub.requests().stream().filter(StubRequest::isWrite))
                    .isEmpty();
        }
    }

    @Test
    void aServerThatIsNotPreparedIsWaitedForAndSaysWhatIsMissing() {
        try (Laboratory laboratory = new Laboratory()) {
            CatalogueNames names = Laboratory.names(Map.of(CatalogueNames.Fact.SHA256, "my_sha256"), false);
            Icat icat = laboratory.client(names, Clock.systemUTC());

            assertThatThrownBy(() -> icat.catalogue().register(laboratory.request()))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("ParameterType 'my_sha256'");
            laboratory.stub.content().addParameterType("my_sha256", "NA", "STRING");

            assertThat(icat.catalogue().register(laboratory.request()).existed())
                    .isFalse();
        }
    }
}
