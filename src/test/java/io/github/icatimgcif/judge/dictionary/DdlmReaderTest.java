package io.github.icatimgcif.judge.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dictionary of a laboratory with what it imports. */
final class DdlmReaderTest {

    private static final String CORE = """
            #\\#CIF_2.0
            data_CORE
            _dictionary.title CORE
            _dictionary.version 3
            _dictionary.date 2024-01-01
            save_CORE_HEAD
            _definition.id CORE_HEAD
            _definition.scope Category
            _definition.class Head
            save_
            save_OVEN
            _definition.id OVEN
            _definition.scope Category
            _definition.class Loop
            _name.category_id CORE_HEAD
            _category_key.name '_oven.id'
            save_
            save_oven.id
            _definition.id '_oven.id'
            _name.category_id oven
            _type.contents Code
            save_
            save_oven.temperature
            _definition.id '_oven.temperature'
            _name.category_id oven
            _import.get [{'file':templates.cif 'save':kelvin} {'file':nowhere.cif 'save':x 'miss':Ignore}]
            save_
            """;

    private static final String TEMPLATES = """
            #\\#CIF_2.0
            data_TEMPLATES
            save_kelvin
            _type.purpose Measurand
            _type.container Single
            _type.contents Real
            _enumeration.range 0.0:
            _units.code kelvins
            save_
            """;

    @Test
    void anItemHasTheAttributesOfTheTemplateItNames(@TempDir Path folder) throws IOException {
        CifDictionary dictionary = read(folder, "Ignore", "Real");

        DictionaryItem temperature = dictionary.item("_OVEN.Temperature").orElseThrow();

        assertThat(temperature.type()).isEqualTo(new ItemType("Measurand", "Single", "Real", ""));
        assertThat(temperature.range()).contains(ValueRange.parse("0.0:"));
        assertThat(temperature.unit()).isEqualTo("kelvins");
    }

    @Test
    void aHeadBringsTheWholeDictionaryBelowIt(@TempDir Path folder) throws IOException {
        CifDictionary dictionary = read(folder, "Ignore", "Real");

        assertThat(dictionary.category("oven"))
                .contains(new DictionaryCategory("oven", CategoryClass.LOOP, "core_head", List.of("_oven.id")));
        assertThat(dictionary.editions())
                .extracting(CifDictionary.Edition::title)
                .containsExactly("LABORATORY", "CORE");
    }

    @Test
    void whatTheDictionaryDefinesItselfStays(@TempDir Path folder) throws IOException {
        assertThat(read(folder, "Ignore", "Text")
                        .item("_oven.id")
                        .orElseThrow()
                        .type()
                        .contents())
                .isEqualTo("Text");
    }

    @Test
    void whatIsImportedReplacesItIfTheImportSaysSo(@TempDir Path folder) throws IOException {
        assertThat(read(folder, "Replace", "Text")
                        .item("_oven.id")
                        .orElseThrow()
                        .type()
                        .contents())
                .isEqualTo("Code");
    }

    @Test
    void aSecondDefinitionIsRefusedIfTheImportSaysNothing(@TempDir Path folder) {
        assertThatThrownBy(() -> read(folder, "Exit", "Text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("_oven.id is defined already");
    }

    @Test
    void aMissingFrameIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("templates.cif"), TEMPLATES.replace("save_kelvin", "save_celsius"));

        assertThatThrownBy(() -> read(folder, "Ignore", "Text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no frame kelvin in templates.cif");
    }

    private static CifDictionary read(Path folder, String dupl, String contents) throws IOException {
        Files.writeString(folder.resolve("core.dic"), CORE);
        if (!Files.exists(folder.resolve("templates.cif"))) {
            Files.writeString(folder.resolve("templates.cif"), TEMPLATES);
        }
        Files.writeString(folder.resolve("laboratory.dic"), """
                #\\#CIF_2.0
                data_LABORATORY
                _dictionary.title LABORATORY
                save_HEAD
                _definition.id HEAD
                _definition.scope Category
                _definition.class Head
                _import.get [{'file':core.dic 'save':core_head 'mode':Full 'dupl':%s}]
                save_
                save_oven.id
                _definition.id '_oven.id'
                _name.category_id oven
                _type.contents %s
                save_
                """.formatted(dupl, contents));
        return DdlmReader.read(folder, "laboratory.dic");
    }
}
