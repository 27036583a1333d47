package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.judge.file.Tests;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * How a file is to be judged.
 *
 * @param tests          whose tests are made
 * @param withDictionary whether it is held against the dictionary too
 */
record CheckWish(Tests tests, boolean withDictionary) {

    /** Our own tests and the dictionary. */
    static final CheckWish USUAL = new CheckWish(Tests.OWN, true);

    /**
     * What the parameters of a request say.
     *
     * @param tests      {@code own} or {@code checkimgcif}; own if it is empty
     * @param dictionary {@code true} or {@code false}; if it is empty, true for our own tests
     * @throws WebApplicationException with the answer, if they say something else
     */
    static CheckWish of(String tests, String dictionary) {
        Tests whose =
                switch (tests) {
                    case "", "own" -> Tests.OWN;
                    case "checkimgcif" -> Tests.CHECKIMGCIF;
                    default -> throw wrong("there are no such tests: give tests=own or tests=checkimgcif");
                };
        Optional<Boolean> asked =
                switch (dictionary) {
                    case "" -> Optional.empty();
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> throw wrong("give dictionary=true or dictionary=false");
                };
        if (whose == Tests.CHECKIMGCIF && asked.orElse(false)) {
            throw wrong("checkImgCIF knows no dictionary: leave dictionary=true or tests=checkimgcif away");
        }
        return new CheckWish(whose, asked.orElse(whose == Tests.OWN));
    }

    private static WebApplicationException wrong(String detail) {
        return new WebApplicationException(Problem.response(Response.Status.BAD_REQUEST, detail));
    }
}
