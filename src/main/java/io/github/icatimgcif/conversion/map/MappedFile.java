package io.github.icatimgcif.conversion.map;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an imgCIF of a dataset says.
 *
 * @param blocks at least one, of different names; readers that know of one block take the first
 */
public record MappedFile(List<MappedBlock> blocks) {

    public MappedFile {
        blocks = List.copyOf(blocks);
        Set<String> names = new HashSet<>();
        blocks.forEach(block -> names.add(block.name()));
        if (blocks.isEmpty() || names.size() < blocks.size()) {
            throw new IllegalArgumentException("an imgCIF has data blocks of different names, not " + names);
        }
    }

    /** Number of images described. */
    public int frames() {
        return blocks.stream().mapToInt(MappedBlock::frames).sum();
    }
}
