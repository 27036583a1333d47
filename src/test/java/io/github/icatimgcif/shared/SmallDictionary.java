package io.github.icatimgcif.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A dictionary of a site's own, which knows the wavelength and nothing else. */
public final class SmallDictionary {

    private SmallDictionary() {}

    /** Writes it into a folder. */
    public static void writeTo(Path folder) throws IOException {
        Files.writeString(folder.resolve("cif_img.dic"), """
                #\\#CIF_2.0
                data_CIF_IMG
                  _dictionary.title      CIF_IMG
                  _dictionary.version    9.9.9
                save_diffrn_radiation_wavelength.value
                  _definition.id         '_diffrn_radiation_wavelength.value'
                  _name.category_id      diffrn_radiation_wavelength
                  _name.object_id        value
                  _type.purpose          Number
                  _type.container        Single
                  _type.contents         Real
                save_
                """);
    }
}
