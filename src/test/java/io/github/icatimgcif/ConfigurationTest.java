package io.github.icatimgcif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.icatimgcif.adapter.knowledge.BeamlineFiles;
import io.github.icatimgcif.adapter.knowledge.FacilityFile;
import io.github.icatimgcif.adapter.knowledge.FacilityFiles;
import io.github.icatimgcif.adapter.knowledge.KnowledgeCheck;
import io.github.icatimgcif.adapter.knowledge.MappingFiles;
import io.github.icatimgcif.adapter.knowledge.OnlyFilesOf;
import io.github.icatimgcif.conversion.complete.BeamlinePeriod;
import io.github.icatimgcif.conversion.complete.MappingRule;
import io.github.icatimgcif.conversion.complete.Selection;
import io.github.icatimgcif.conversion.complete.ValueConversion;
import io.github.icatimgcif.conversion.write.Placement;
import io.github.icatimgcif.quantity.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file of {@code config/} is read, and what the mapping names is looked up in the dictionary. */
final class ConfigurationTest {

    private static final Path CONFIG = Path.of("config");
    private static final Path DICTIONARIES =
            Path.of(System.getProperty("shared.folder", "../shared"), "data/dictionaries");

    /** What the dictionary calls the units in which the mapping gives values. */
    private static final Map<String, Unit> DICTIONARY_UNITS = Map.ofEntries(
            Map.entry("kelvins", Unit.KELVIN),
            Map.entry("milliamperes", Unit.MILLIAMPERE),
            Map.entry("kilowatts", Unit.KILOWATT),
            Map.entry("kilovolts", Unit.KILOVOLT),
            Map.entry("photons_per_second", Unit.PER_SECOND),
            Map.entry("micrometres", Unit.MICROMETRE),
            Map.entry("millimetres", Unit.MILLIMETRE),
            Map.entry("microseconds", Unit.MICROSECOND),
            Map.entry("seconds", Unit.SECOND),
            Map.entry("degrees", Unit.DEGREE),
            Map.entry("angstroms", Unit.ANGSTROM),
            Map.entry("counts", Unit.ONE),
            Map.entry("counts_per_photon", Unit.ONE),
            Map.entry("none", Unit.ONE));

    /** The only time of which a published entry of the Australian Synchrotron speaks. */
    private static final LocalDate AUGUST_2010 = LocalDate.of(2010, 8, 1);

    private final FacilityFiles files = OnlyFilesOf.folder(CONFIG);

    @Test
    void everyMappingFileIsRead() throws IOException {
        assertThat(MappingFiles.read(files))
                .extracting(rule -> rule.item().category())
                .containsAll(namesIn("mapping"));
    }

    @Test
    void everyFacilityFileIsReadAndItsPathTemplateIsUnderstood() throws IOException {
        for (String name : namesIn("facilities")) {
            var facility = FacilityFile.read(files, name);
            assertThat(new Placement(facility.imgCifPath(), path -> false)).isNotNull();
            assertThat(facility.dataRoots()).as(name).isNotEmpty().allMatch(Path::isAbsolute);
            assertThat(facility.programNames()).as(name).contains("icat-imgcif");
        }
    }

    @Test
    void everyBeamlineIsFoundByItsNameAndSaysThatItIsASynchrotron() throws IOException {
        for (String facility : foldersIn("beamlines")) {
            BeamlineFiles beamlines = BeamlineFiles.read(files, facility).checked();
            for (String file : namesIn("beamlines/" + facility)) {
                Optional<String> name = nameIn("beamlines/" + facility + "/" + file + ".yaml");
                if (name.isPresent()) {
                    Optional<BeamlinePeriod> then = Stream.of(Optional.<LocalDate>empty(), Optional.of(AUGUST_2010))
                            .flatMap(day -> beamlines.at(name.get(), Optional.empty(), day).stream())
                            .findFirst();
                    assertThat(then).as(name.get()).isPresent();
                    assertThat(then.orElseThrow().facts())
                            .as(name.get())
                            .anyMatch(fact -> fact.term().toString().equals("beamline:source/device")
                                    && fact.text().equals("synch"));
                }
            }
        }
    }

    @Test
    void nothingInTheFilesContradictsAnotherFile() {
        assertThat(KnowledgeCheck.of(files).mistakes()).isEmpty();
    }

    @Test
    void theExampleInTheDocumentsIsAFileThatCanBeUsed(@TempDir Path folder) throws IOException {
        Matcher example = Pattern.compile("(?s)```yaml\n(# config/(\\S+)\n.*?)```")
                .matcher(Files.readString(Path.of("src/docs/BEAMLINES.md")));
        assertThat(example.find()).isTrue();
        Path file = folder.resolve(example.group(2));
        Files.createDirectories(file.getParent());
        Files.writeString(file, example.group(1));

        assertThat(KnowledgeCheck.of(FacilityFiles.of(folder)).mistakes()).isEmpty();
    }

    @Test
    void theFilesInTheServiceAreThoseOfTheFolder() {
        assertThat(FacilityFiles.of(Path.of("no/such/folder")).below("mapping")).isEqualTo(files.below("mapping"));
        assertThat(FacilityFiles.of(Path.of("no/such/folder")).below("beamlines"))
                .isEqualTo(files.below("beamlines"));
    }

    @Test
    void everyMappedItemIsInTheDictionaryWithTheUnitAndTheCodesThatTheMappingGives() throws IOException {
        assumeTrue(
                Files.isDirectory(DICTIONARIES),
                "SKIPPED, the mapping is not compared with the dictionary: there is no " + DICTIONARIES);
        Map<String, String> definitions = definitions();
        TreeSet<String> wrong = new TreeSet<>();
        for (MappingRule rule : MappingFiles.read(files)) {
            String definition = definitions.get(rule.item().toString().toLowerCase(Locale.ROOT));
            if (definition == null) {
                wrong.add(rule.item() + " is not in the dictionary");
            } else if (rule instanceof MappingRule.Value value) {
                wrong.addAll(contradictions(value, definition));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> contradictions(MappingRule.Value rule, String definition) {
        Selection selection = rule.selection();
        TreeSet<String> wrong = new TreeSet<>();
        Unit wanted =
                attribute(definition, "_units.code").map(DICTIONARY_UNITS::get).orElse(Unit.ONE);
        Unit given = selection.unit().orElse(Unit.ONE);
        if (wanted != given) {
            wrong.add(rule.item() + " is in " + given + ", the dictionary wants "
                    + attribute(definition, "_units.code").orElse("no unit"));
        }
        if (selection.conversion() instanceof ValueConversion.Enumeration enumeration
                && definition.contains("_enumeration_set.state")) {
            enumeration.codes().values().stream()
                    .filter(code -> !definition.matches("(?s).*\\n\\s+" + Pattern.quote(code) + "\\s.*"))
                    .forEach(code -> wrong.add(rule.item() + " has no code " + code));
        }
        return List.copyOf(wrong);
    }

    /** By name in lower case: item names have no case. */
    private static Map<String, String> definitions() throws IOException {
        Pattern frame = Pattern.compile("(?ms)^save_(\\S+)\\s*$(.*?)^save_\\s*$");
        Map<String, String> definitions = new HashMap<>();
        for (String dictionary : List.of("cif_core.dic", "multi_block_core.dic", "cif_img.dic")) {
            Matcher matcher = frame.matcher(Files.readString(DICTIONARIES.resolve(dictionary)));
            while (matcher.find()) {
                String text = matcher.group(2) + imported(matcher.group(2));
                attribute(text, "_definition.id").ifPresent(id -> definitions.put(id.toLowerCase(Locale.ROOT), text));
            }
        }
        assertThat(definitions).as("definitions read").hasSizeGreaterThan(1000);
        return definitions;
    }

    /** What a definition takes from the templates that cells and the like share. */
    private static String imported(String definition) throws IOException {
        Matcher template =
                Pattern.compile("'file':templ_attr\\.cif\\s+'save':(\\w+)").matcher(definition);
        if (!template.find()) {
            return "";
        }
        Matcher found = Pattern.compile("(?ms)^save_" + template.group(1) + "\\s*$(.*?)^\\s*save_\\s*$")
                .matcher(Files.readString(DICTIONARIES.resolve("templ_attr.cif")));
        return found.find() ? found.group(1) : "";
    }

    private static Optional<String> attribute(String definition, String name) {
        Matcher matcher = Pattern.compile("(?m)^\\s+" + Pattern.quote(name) + "\\s+['\"]?([^'\"\\s]+)")
                .matcher(definition);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static List<String> foldersIn(String folder) throws IOException {
        try (Stream<Path> found = Files.list(CONFIG.resolve(folder))) {
            return found.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** The name of the beamline; detectors of a beamline that nobody names have a file without one. */
    private static Optional<String> nameIn(String file) throws IOException {
        Matcher name = Pattern.compile("(?m)^name: \"?([^\"\n]+)").matcher(Files.readString(CONFIG.resolve(file)));
        return name.find() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private static List<String> namesIn(String folder) throws IOException {
        try (Stream<Path> found = Files.list(CONFIG.resolve(folder))) {
            return found.map(path -> path.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }
}
