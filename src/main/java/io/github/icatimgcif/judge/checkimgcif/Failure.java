package io.github.icatimgcif.judge.checkimgcif;

/**
 * A test of checkImgCIF that fails.
 *
 * @param test its name there
 * @param why  its first message that says so, or what the test lacks where the original gives it up and tells nobody why
 */
public record Failure(String test, String why) {

    /** Whether it is that of {@link CheckImgCif#LIMITATIONS}. */
    public boolean isLimitation() {
        return test.equals(CheckImgCif.LIMITATIONS);
    }
}
