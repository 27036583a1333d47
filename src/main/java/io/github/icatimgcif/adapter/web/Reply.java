package io.github.icatimgcif.adapter.web;

import java.util.Optional;

/**
 * What a host answered, apart from the file.
 *
 * @param status   of HTTP, 100 to 599
 * @param location where a redirect leads, as it is written there
 */
record Reply(int status, Optional<String> location) {

    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_OTHER = 300;
    private static final int FIRST_ERROR = 400;
    private static final int FIRST_TROUBLE = 500;

    boolean isSuccess() {
        return status >= FIRST_SUCCESS && status < FIRST_OTHER;
    }

    /** Whether it leads elsewhere; 304 and 300 do not. */
    boolean isRedirect() {
        return location.isPresent()
                && (status == 301 || status == 302 || status == 303 || status == 307 || status == 308);
    }

    /** Whether another time the answer may be another. */
    boolean isPassing() {
        return status >= FIRST_TROUBLE || status < FIRST_ERROR || status == 408 || status == 425 || status == 429;
    }

    /** What it means, to be read after the URI. */
    String meaning() {
        return switch (status) {
            case 404, 410 -> "there is no such file (" + status + ")";
            case 401, 403, 407, 451 -> "the file is not open to everybody (" + status + ")";
            case 416 -> "the file has not even one byte (416)";
            default ->
                isPassing()
                        ? "the host gives no file now (" + status + ")"
                        : "the host refuses the question (" + status + ")";
        };
    }
}
