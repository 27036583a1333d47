package io.github.icatimgcif.icatstub;

/** What the stub answers. */
record StubAnswer(int status, String contentType, String text) {

    static StubAnswer json(String text) {
        return new StubAnswer(200, "application/json", text);
    }

    static StubAnswer error(StubRefusal refusal) {
        String text = StubJson.MAPPER
                .createObjectNode()
                .put("code", refusal.code())
                .put("message", refusal.text())
                .toString();
        return new StubAnswer(refusal.status(), "application/json", text);
    }
}
