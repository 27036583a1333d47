package io.github.icatimgcif.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.knowledge.BeamlineFiles;
import io.github.icatimgcif.adapter.knowledge.MappingFiles;
import io.github.icatimgcif.adapter.knowledge.OnlyFilesOf;
import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.collect.DatasetCollection;
import io.github.icatimgcif.conversion.collect.Datasets;
import io.github.icatimgcif.conversion.collect.RawFormat;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.conversion.collect.WorthConverting;
import io.github.icatimgcif.conversion.complete.Completion;
import io.github.icatimgcif.conversion.map.ExternalLinks;
import io.github.icatimgcif.conversion.map.Mapping;
import io.github.icatimgcif.conversion.register.Catalogue;
import io.github.icatimgcif.conversion.register.Registrar;
import io.github.icatimgcif.conversion.register.Registration;
import io.github.icatimgcif.conversion.register.RegistrationRefused;
import io.github.icatimgcif.conversion.register.RegistrationRequest;
import io.github.icatimgcif.conversion.validate.Validation;
import io.github.icatimgcif.conversion.write.ImgCifTarget;
import io.github.icatimgcif.conversion.write.Writing;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.judge.dictionary.Dictionaries;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DatasetConversionTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Path PLACE = Path.of("/data/mx2532/run_01/run_01.cif");
    private static final StoredDataset DATASET = dataset(Map.of(), List.of());
    private static final CatalogueEntry ENTRY = entry(false);
    private static final Registration NEW = new Registration(4712, "run_01_imgCIF", false);

    private static final Datasets KNOWN = dataset -> Optional.of(ENTRY);
    private static final ImgCifTarget WRITES = (place, content) -> written(true);

    @Test
    void aStoredDatasetBecomesARegisteredImgCif() {
        var requests = new ArrayList<RegistrationRequest>();
        var conversion = conversion(KNOWN, raw("0.976223"), WRITES, request -> {
            requests.add(request);
            return NEW;
        });

        var result = conversion.convert(DATASET, Patience.NONE, Milestones.UNHEARD);

        assertThat(result.outcome()).isEqualTo(new Outcome.Registered(NEW));
        assertThat(result.catalogueId()).contains(4711L);
        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.frames()).isEqualTo(10);
            assertThat(request.name()).startsWith("run_01_imgCIF_").hasSize("run_01_imgCIF_".length() + 8);
            assertThat(request.imgCif().path()).isEqualTo(PLACE);
        });
    }

    @Test
    void theStepsAreHeardInTheirOrder() {
        var heard = new ArrayList<Milestone>();

        conversion(KNOWN, raw("0.976223"), WRITES, request -> NEW).convert(DATASET, Patience.NONE, heard::add);

        assertThat(heard)
                .containsExactly(
                        Milestone.FOUND,
                        Milestone.COLLECTED,
                        Milestone.JUDGED,
                        Milestone.WRITTEN,
                        Milestone.REGISTERED);
    }

    @Test
    void whatIsThereAlreadyIsUnchanged() {
        var there = new Registration(4712, "run_01_imgCIF", true);
        var conversion = conversion(KNOWN, raw("0.976223"), (place, content) -> written(false), request -> there);

        var result = conversion.convert(DATASET, Patience.NONE, Milestones.UNHEARD);

        assertThat(result.outcome()).isEqualTo(new Outcome.Unchanged(there));
    }

    @Test
    void aNewFileUnderAnOldRegistrationIsRegisteredAgain() {
        var there = new Registration(4712, "run_01_imgCIF", true);
        var conversion = conversion(KNOWN, raw("0.976223"), WRITES, request -> there);

        var result = conversion.convert(DATASET, Patience.NONE, Milestones.UNHEARD);

        assertThat(result.outcome()).isEqualTo(new Outcome.Registered(there));
    }

    @Test
    void withoutAWavelengthNothingIsWritten() {
        var conversion = conversion(KNOWN, raw("0"), refusesToWrite(), refusesToRegister());

        var result = conversion.convert(DATASET, Patience.NONE, Milestones.UNHEARD);

        assertThat(result.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(result.findings())
                .anySatisfy(finding -> assertThat(finding.message()).startsWith("no wavelength above zero"));
    }

    @Test
    void aDatasetTheCatalogueDoesNotHaveYetIsPostponed() {
        var conversion =
                conversion(dataset -> Optional.empty(), raw("0.976223"), refusesToWrite(), refusesToRegister());

        var result = conversion.convert(DATASET, Patience.NONE, Milestones.UNHEARD);

        assertThat(result.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Postponed.class,
                        postponed -> assertThat(postponed.cause()).contains("/data/mx2532/run_01"));
    }

    @Test
    void aProcessedDatasetIsSkippedBeforeAnybodyIsAsked() {
        Datasets nobody = dataset -> {
            throw new AssertionError("the catalogue was asked");
        };
        var processed = dataset(Map.of(), List.of("/data/mx2532/raw"));

        var result = conversion(nobody, raw("0.976223"), refusesToWrite(), refusesToRegister())
                .convert(processed, Patience.NONE, Milestones.UNHEARD);

        assertThat(result.outcome()).isInstanceOf(Outcome.Skipped.class);
        assertThat(result.catalogueId()).isEmpty();
    }

    @Test
    void whatIsSkippedAfterTheCatalogueAnsweredIsKnownByItsId() {
        var result = conversion(
                        dataset -> Optional.of(entry(true)), raw("0.976223"), refusesToWrite(), refusesToRegister())
                .convert(DATASET, Patience.NONE, Milestones.UNHEARD);

        assertThat(result.outcome()).isInstanceOf(Outcome.Skipped.class);
        assertThat(result.catalogueId()).contains(4711L);
    }

    @Test
    void unreadableRawDataAreRefusedWithTheReason() {
        var damage = Finding.error("master.h5", "the file ends after 512 bytes");
        var conversion = conversion(
                KNOWN, format(new RawReading.Unusable(List.of(damage))), refusesToWrite(), refusesToRegister());

        var result = conversion.convert(DATASET, Patience.NONE, Milestones.UNHEARD);

        assertThat(result.outcome()).isEqualTo(new Outcome.Refused(List.of(damage)));
        assertThat(result.catalogueId()).contains(4711L);
    }

    @Test
    void rawDataOfNoKnownFormatAreRefusedWithWhatWasLookedFor() {
        var conversion = conversion(
                KNOWN, format(new RawReading.Absent("NXmx: found 3 files")), refusesToWrite(), refusesToRegister());

        var result = conversion.convert(DATASET, Patience.NONE, Milestones.UNHEARD);

        assertThat(result.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("NXmx: found 3 files"));
    }

    @Test
    void aForeignFileInTheWayFailsAndAFullDiskIsPostponed() {
        var foreign = new Writing.Blocked(Writing.Cause.PERMANENT, "a file of somebody else");
        var full = new Writing.Blocked(Writing.Cause.STORAGE, "no space left");
        var quota = new Writing.Blocked(Writing.Cause.PASSING, "quota exceeded");

        assertThat(conversion(KNOWN, raw("0.976223"), (place, content) -> foreign, refusesToRegister())
                        .convert(DATASET, Patience.NONE, Milestones.UNHEARD)
                        .outcome())
                .isEqualTo(new Outcome.Failed("a file of somebody else"));
        assertThat(conversion(KNOWN, raw("0.976223"), (place, content) -> full, refusesToRegister())
                        .convert(DATASET, Patience.NONE, Milestones.UNHEARD)
                        .outcome())
                .isEqualTo(new Outcome.Postponed(WaitsFor.STORAGE, "no space left", true));
        assertThat(conversion(KNOWN, raw("0.976223"), (place, content) -> quota, refusesToRegister())
                        .convert(DATASET, Patience.NONE, Milestones.UNHEARD)
                        .outcome())
                .isEqualTo(new Outcome.Postponed(WaitsFor.STORAGE, "quota exceeded", false));
    }

    @Test
    void aRegistrationThatTheCatalogueRefusesFails() {
        Catalogue catalogue = request -> {
            throw new RegistrationRefused("no right to create a Dataset");
        };

        var result = conversion(KNOWN, raw("0.976223"), WRITES, catalogue)
                .convert(DATASET, Patience.NONE, Milestones.UNHEARD);

        assertThat(result.outcome())
                .isEqualTo(new Outcome.Failed("the catalogue refuses the registration: no right to create a Dataset"));
        assertThat(result.imgCif()).isPresent();
    }

    @Test
    void aRegistrationThatIsRefusedForAHiddenReasonIsTriedAgainLater() {
        Catalogue catalogue = request -> {
            throw new RegistrationRefused.ForAHiddenReason("refused 11 times");
        };

        assertThat(conversion(KNOWN, raw("0.976223"), WRITES, catalogue)
                        .convert(DATASET, Patience.NONE, Milestones.UNHEARD)
                        .outcome())
                .isEqualTo(new Outcome.Postponed(WaitsFor.ACCEPTANCE, "refused 11 times"));
    }

    private static DatasetConversion conversion(
            Datasets datasets, RawFormat format, ImgCifTarget target, Catalogue catalogue) {
        var collection = new DatasetCollection(
                new WorthConverting(List.of("icat-imgcif"), Set.of("xrf")),
                Optional.of(datasets),
                List.of(format),
                List.of(),
                path -> true);
        var files = OnlyFilesOf.folder(Path.of("config"));
        var completion = new Completion(MappingFiles.read(files), BeamlineFiles.read(files, "esrf"));
        var description = new Description(
                collection,
                completion,
                new Mapping("0.0.0"),
                new ExternalLinks("file://{path}", false, CLOCK),
                new Validation(Dictionaries.shipped()),
                dataset -> Optional.of(PLACE),
                StageWatch.NONE);
        return new DatasetConversion(description, target, Registrar.in(catalogue), CLOCK, StageWatch.NONE);
    }

    private static RawFormat raw(String wavelength) {
        var reading = new Reading(
                Source.RAW_FILE,
                SourceTerm.parse("nxmx:instrument/beam/incident_wavelength"),
                wavelength,
                Optional.of("angstrom"));
        Measurement measurement = measurement();
        RawPart part = new RawPart(
                "x_master.h5",
                new DetectorStatement.Placed(measurement.detector(), measurement.elements()),
                new GoniometerStatement.Stated(measurement.goniometer()),
                measurement.scans(),
                measurement.bitDepth(),
                List.of(reading));
        return format(new RawReading.RawDataset(List.of(part), List.of()));
    }

    private static Measurement measurement() {
        var omega = new Axis("omega", Axis.Kind.ROTATION, new Vector3(-1, 0, 0), Vector3.ZERO);
        var distance = new Axis("det_z", Axis.Kind.TRANSLATION, new Vector3(0, 0, 1), Vector3.ZERO);
        var pixel = new BigDecimal("0.172");
        var element = new DetectorElement(
                "ELEMENT1",
                new Vector3(209.4, 217.8, 0),
                new Vector3(-1, 0, 0),
                new Vector3(0, -1, 0),
                pixel,
                pixel,
                2463,
                2527);
        var first = new FrameLocation(
                Path.of("/data/mx2532/run_01/data_000001.h5"),
                FrameLocation.Format.HDF5,
                Optional.of("/entry/data/data"),
                0);
        var scan = new Scan(
                "SCAN1",
                List.of(
                        AxisSetting.stepped("omega", new BigDecimal("15.0"), new BigDecimal("0.2")),
                        AxisSetting.constant("det_z", new BigDecimal("305.5"))),
                new FrameLocations(List.of(new FrameLocations.InFile(first, 10, 1))));
        return new Measurement(
                new AxisChain(List.of(omega)), new AxisChain(List.of(distance)), List.of(element), List.of(scan), 16);
    }

    private static RawFormat format(RawReading reading) {
        return new RawFormat() {
            @Override
            public String name() {
                return "played";
            }

            @Override
            public RawReading read(Path location) {
                return reading;
            }
        };
    }

    private static Writing written(boolean isNew) {
        return new Writing.Written(new WrittenImgCif(PLACE, 4321, "ab".repeat(32), NOW, isNew));
    }

    private static ImgCifTarget refusesToWrite() {
        return (place, content) -> {
            throw new AssertionError("something was written");
        };
    }

    private static Catalogue refusesToRegister() {
        return request -> {
            throw new AssertionError("something was registered");
        };
    }

    private static StoredDataset dataset(Map<String, String> parameters, List<String> input) {
        return new StoredDataset(
                "run_01",
                "mx2532",
                "Lyso",
                "/data/mx2532/run_01",
                parameters,
                input,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static CatalogueEntry entry(boolean isDerived) {
        return new CatalogueEntry(
                4711,
                "run_01",
                "/data/mx2532/run_01",
                12,
                "mx2532",
                "id23-2",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                isDerived);
    }
}
