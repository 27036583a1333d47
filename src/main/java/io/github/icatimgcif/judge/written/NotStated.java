package io.github.icatimgcif.judge.written;

/** A text does not say what is needed to tell where a pixel lies. */
public final class NotStated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is missing, "no axis det_z". */
    public NotStated(String what) {
        super(what);
    }
}
