package io.github.icatimgcif.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.hdf5.FrameLocator;
import io.github.icatimgcif.adapter.hdf5.Hdf5Attribute;
import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.Hdf5Group;
import io.github.icatimgcif.adapter.hdf5.Hdf5Link;
import io.github.icatimgcif.adapter.hdf5.Hdf5Node;
import io.github.icatimgcif.adapter.hdf5.Hdf5Unreadable;
import io.github.icatimgcif.adapter.hdf5.master.MasterFormat;
import io.github.icatimgcif.adapter.nxmx.NxmxMasters;
import io.github.icatimgcif.conversion.DataRoots;
import java.nio.file.Path;
import java.util.List;

/** The HDF5 layer and the NXmx reader on it. */
final class Hdf5Reader {

    private static final int DEEPEST = 8;
    private static final int MOST_OBJECTS = 300;

    private int objects;

    /** Everything that can be asked of every object answers or says that it is unreadable. */
    static void everyObject(byte[] bytes) {
        FuzzedFile.read("x_master.h5", bytes, file -> {
            try (Hdf5File hdf5 = Hdf5File.open(file, roots(file))) {
                new Hdf5Reader().walk(hdf5.root(), 0);
            } catch (Hdf5Unreadable declared) {
                assertThat(declared).hasMessageContaining("x_master.h5");
            }
        });
    }

    /** The reader of NXmx never throws. */
    static void aWholeMaster(byte[] bytes) {
        FuzzedFile.read(
                "x_master.h5",
                bytes,
                file -> assertThat(new MasterFormat(roots(file), List.of(new NxmxMasters(roots(file)))).read(file))
                        .isNotNull());
    }

    private static DataRoots roots(Path file) {
        return new DataRoots(List.of(file.getParent()));
    }

    private void walk(Hdf5Group group, int depth) {
        answered(() ->
                group.attributeNames().forEach(name -> group.attribute(name).ifPresent(Hdf5Reader::ask)));
        List<Hdf5Link> links;
        try {
            links = group.links();
        } catch (Hdf5Unreadable declared) {
            return;
        }
        for (Hdf5Link link : links) {
            if (depth > DEEPEST || objects++ > MOST_OBJECTS) {
                return;
            }
            answered(() -> group.child(link.name()).ifPresent(node -> look(node, depth + 1)));
        }
        answered(() -> FrameLocator.locate(group, "data_"));
    }

    private void look(Hdf5Node node, int depth) {
        if (node instanceof Hdf5Group group) {
            walk(group, depth);
            return;
        }
        Hdf5Dataset data = (Hdf5Dataset) node;
        answered(
                () -> data.attributeNames().forEach(name -> data.attribute(name).ifPresent(Hdf5Reader::ask)));
        answered(data::type);
        answered(data::texts);
        answered(data::numbers);
        answered(data::virtualMappings);
        answered(() -> FrameLocator.locate(data));
        answered(() -> data.frame(new int[Math.max(0, data.shape().length - 2)]));
    }

    private static void ask(Hdf5Attribute attribute) {
        answered(attribute::texts);
        answered(attribute::doubles);
    }

    private static void answered(Runnable question) {
        try {
            question.run();
        } catch (Hdf5Unreadable declared) {
            // said what is wrong
        }
    }
}
