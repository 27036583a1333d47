package io.github.icatimgcif.adapter.hdf5;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A group: names, and what they stand for. Only what is asked for is opened. */
public final class Hdf5Group implements Hdf5Node {

    private final Resolution.Found place;
    private final LinkFollower follower;

    Hdf5Group(Resolution.Found place, LinkFollower follower) {
        this.place = place;
        this.follower = follower;
    }

    @Override
    public Path file() {
        return place.file().path();
    }

    @Override
    public String path() {
        return place.path();
    }

    @Override
    public Optional<Hdf5Attribute> attribute(String name) {
        return NodeReader.attribute(place, name);
    }

    @Override
    public List<String> attributeNames() {
        return NodeReader.attributeNames(place);
    }

    /** Its links in the order people count: data_000002 before data_000010. */
    public List<Hdf5Link> links() {
        return place.file().links(place.address(), place.path()).links();
    }

    /** The object of that name; empty if there is none or the link leads nowhere, which {@link #state} tells apart. */
    public Optional<Hdf5Node> child(String name) {
        return name.contains("/") ? Optional.empty() : at(name);
    }

    /** The object at a path from here, or from the root of this file if it begins with a slash. */
    public Optional<Hdf5Node> at(String path) {
        return resolve(path) instanceof Resolution.Found found ? NodeReader.node(found, follower) : Optional.empty();
    }

    /** What became of the object at a path from here: there, absent, dangling, or outside the data roots. */
    public LinkState state(String path) {
        return resolve(path) instanceof Resolution.Lost lost ? lost.state() : new LinkState.Present();
    }

    Resolution resolve(String path) {
        return follower.follow(place, path);
    }
}
