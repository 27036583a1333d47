package io.github.icatimgcif.conversion.validate;

/** A text does not say what is needed to tell where a pixel lies. */
final class NotStated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is missing, "no axis det_z". */
    NotStated(String what) {
        super(what);
    }
}
