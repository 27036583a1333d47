package io.github.icatimgcif.icatstub;

/** An error that the stub answers. */
final class StubRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    StubRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    static StubRefusal bad(String message) {
        return new StubRefusal(400, "BAD_PARAMETER", message);
    }

    static StubRefusal exists(String message) {
        return new StubRefusal(412, "OBJECT_ALREADY_EXISTS", message);
    }

    static StubRefusal invalid(String message) {
        return new StubRefusal(412, "VALIDATION", message);
    }

    static StubRefusal missing(String type, long id) {
        return new StubRefusal(404, "NO_SUCH_OBJECT_FOUND", type + "[id:" + id + "] not found.");
    }

    static StubRefusal internal(String message) {
        return new StubRefusal(500, "INTERNAL", message);
    }
}
