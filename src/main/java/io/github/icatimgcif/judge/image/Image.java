package io.github.icatimgcif.judge.image;

/** The values of one image of two dimensions, as they are stored. */
public final class Image {

    private final ElementType type;
    private final int fast;
    private final int slow;
    private final int[] values;
    private final Storage storage;

    /**
     * An image.
     *
     * @param type   what kind of number each value is
     * @param fast   number of values along the fast dimension
     * @param slow   number of values along the slow dimension
     * @param values row by row, the fast dimension first; the lowest bits of each are those of the stored number; not copied
     * @param storage how they lay in the file
     * @throws IllegalArgumentException if there are not as many values as the dimensions say
     */
    public Image(ElementType type, int fast, int slow, int[] values, Storage storage) {
        if (fast < 1 || slow < 1 || (long) fast * slow != values.length) {
            throw new IllegalArgumentException(values.length + " values for an image of " + fast + " x " + slow);
        }
        this.type = type;
        this.fast = fast;
        this.slow = slow;
        this.values = values;
        this.storage = storage;
    }

    /** An image of which nobody says how it was stored. */
    public Image(ElementType type, int fast, int slow, int[] values) {
        this(type, fast, slow, values, Storage.NOT_SAID);
    }

    /** What kind of number each value is. */
    public ElementType type() {
        return type;
    }

    /** Number of values along the fast dimension. */
    public int fast() {
        return fast;
    }

    /** Number of values along the slow dimension. */
    public int slow() {
        return slow;
    }

    /** How the values lay in the file. */
    public Storage storage() {
        return storage;
    }

    /** Number of values. */
    public int count() {
        return values.length;
    }

    /** One value; row by row, the fast dimension first, 0-based. */
    public long value(int index) {
        return type.value(values[index]);
    }

    /** One value by its 0-based place. */
    public long value(int fastIndex, int slowIndex) {
        return value(slowIndex * fast + fastIndex);
    }
}
