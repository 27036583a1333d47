package io.github.icatimgcif.adapter.hdf5;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Walks a path through hard, soft and external links to the object it means. */
final class LinkFollower {

    private static final int MOST_LINKS = 64;

    private final LinkedFiles files;

    LinkFollower(LinkedFiles files) {
        this.files = files;
    }

    LinkedFiles files() {
        return files;
    }

    /** Follows {@code path} from the root of {@code file}, or from the group {@code from} if it is relative. */
    Resolution follow(Resolution.Found from, String path) {
        return new Walk().along(from, path);
    }

    static Resolution.Found root(OpenedFile file) {
        return new Resolution.Found(file, "/", file.root());
    }

    static String join(String group, String name) {
        return group.endsWith("/") ? group + name : group + "/" + name;
    }

    /** One walk, which may follow so many links and no more. */
    private final class Walk {

        private int links;

        private Resolution along(Resolution.Found from, String path) {
            Resolution.Found at = path.startsWith("/") ? root(from.file()) : from;
            String[] names = path.split("/", -1);
            for (int i = 0; i < names.length; i++) {
                if (names[i].isEmpty() || names[i].equals(".")) {
                    continue;
                }
                Resolution next = step(at, names[i]);
                if (next instanceof Resolution.Lost lost) {
                    String rest = String.join("/", List.of(names).subList(i + 1, names.length));
                    return new Resolution.Lost(
                            lost.state(), lost.file(), rest.isEmpty() ? lost.path() : join(lost.path(), rest));
                }
                at = (Resolution.Found) next;
            }
            return at;
        }

        private Resolution step(Resolution.Found group, String name) {
            OpenedFile file = group.file();
            Optional<LinkTable.Entry> entry =
                    file.links(group.address(), group.path()).entry(name);
            String path = join(group.path(), name);
            if (entry.isEmpty()) {
                return new Resolution.Lost(new LinkState.Absent(), Optional.of(file.path()), path);
            }
            Hdf5Link link = entry.get().link();
            if (link.kind() == Hdf5Link.Kind.HARD) {
                return new Resolution.Found(file, path, entry.get().address());
            }
            if (++links > MOST_LINKS) {
                throw new Hdf5Unreadable(
                        path,
                        file.path(),
                        "more than " + MOST_LINKS + " links follow one another, probably in a circle");
            }
            return link.kind() == Hdf5Link.Kind.SOFT ? soft(group, link, path) : external(group, link, path);
        }

        private Resolution soft(Resolution.Found group, Hdf5Link link, String path) {
            String target = link.targetPath().orElse("");
            Resolution end = target.isEmpty() ? lost(group, path) : along(group, target);
            return dangling(end, "the link " + path + " of " + group.file().path() + " points to " + target);
        }

        private Resolution external(Resolution.Found group, Hdf5Link link, String path) {
            String name = link.targetFile().orElse("");
            String target = "/" + link.targetPath().orElse("").replaceFirst("^/+", "");
            String what = "the link " + path + " of " + group.file().path() + " points to " + target + " of " + name;
            LinkedFiles.Search search = files.search(group.file(), name);
            if (search.file().isPresent()) {
                return dangling(along(root(search.file().get()), target), what);
            }
            return missing(search, what, target);
        }

        private Resolution lost(Resolution.Found group, String path) {
            return new Resolution.Lost(
                    new LinkState.Absent(), Optional.of(group.file().path()), path);
        }

        private Resolution dangling(Resolution end, String what) {
            return end instanceof Resolution.Lost lost && lost.state() instanceof LinkState.Absent
                    ? new Resolution.Lost(
                            new LinkState.Dangling(List.of(), what + ", which is not there"), lost.file(), lost.path())
                    : end;
        }
    }

    /** What to say of a file that was not found. */
    static Resolution.Lost missing(LinkedFiles.Search search, String what, String target) {
        Optional<Path> likeliest = search.tried().stream().findFirst();
        LinkState state = search.named()
                ? new LinkState.Dangling(
                        search.tried(), what + ", and no such file is there; looked for " + search.tried())
                : new LinkState.OutsideRoots(what
                        + ", which lies outside the data folders"
                        + (search.tried().isEmpty() ? "" : "; not found beside it either: " + search.tried()));
        return new Resolution.Lost(state, likeliest, target);
    }
}
