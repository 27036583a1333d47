package io.github.icatimgcif.service;

import io.github.icatimgcif.shared.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Lets root run a program to which the permissions of files apply as to anybody else. */
final class OrdinaryUser {

    /** What stands before the command; nothing if this is not root, or cannot give its privileges away. */
    static final List<String> COMMAND = isRoot() ? withoutPrivileges() : List.of();

    private OrdinaryUser() {}

    /** Whether the tests are run by the user who may do anything. */
    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static List<String> withoutPrivileges() {
        List<String> command = List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");
        try {
            return Tool.run(Path.of("/"), List.of(command.get(0), command.get(1), "true"))
                                    .exit()
                            == 0
                    ? command
                    : List.of();
        } catch (IOException absent) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
