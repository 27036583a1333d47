package io.github.icatimgcif.adapter.hdf5;

import java.util.List;
import java.util.Optional;

/** Makes nodes of places, and reads what groups and data sets have in common. */
final class NodeReader {

    private NodeReader() {}

    /** The group or data set there; empty if it is a named type, which holds no values. */
    static Optional<Hdf5Node> node(Resolution.Found place, LinkFollower follower) {
        ObjectHeader header = place.file().header(place.address(), place.path());
        if (LinkTable.isGroup(header)) {
            return Optional.of(new Hdf5Group(place, follower));
        }
        if (header.has(ObjectHeader.DATASPACE) && header.has(ObjectHeader.LAYOUT)) {
            return Optional.of(new Hdf5Dataset(place, header, follower));
        }
        return Optional.empty();
    }

    static Optional<Hdf5Attribute> attribute(Resolution.Found place, String name) {
        OpenedFile file = place.file();
        return file.read(
                "the attribute " + name + " of " + place.path(),
                () -> table(place).attribute(name));
    }

    static List<String> attributeNames(Resolution.Found place) {
        return place.file()
                .read("the attributes of " + place.path(), () -> table(place).names());
    }

    private static AttributeTable table(Resolution.Found place) {
        OpenedFile file = place.file();
        return new AttributeTable(file.bytes(), file.heaps(), new ObjectHeader(file.bytes(), place.address()));
    }
}
