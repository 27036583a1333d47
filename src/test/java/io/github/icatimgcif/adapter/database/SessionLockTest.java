package io.github.icatimgcif.adapter.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.core.BaseConnection;

final class SessionLockTest {

    private final List<String> done = new ArrayList<>();
    private boolean isFree = true;
    private boolean releases = true;

    @Test
    void aSessionThatHasReleasedItsLockGoesBackToItsPool() throws SQLException {
        locks().take("backlog", 7).orElseThrow().close();

        assertThat(done).containsExactly("opened", "asked pg_try_advisory_lock", "asked pg_advisory_unlock", "closed");
    }

    @Test
    void aSessionThatCannotReleaseItsLockIsEndedBeforeItGoesBack() throws SQLException {
        releases = false;

        locks().take("backlog", 7).orElseThrow().close();

        assertThat(done)
                .containsExactly(
                        "opened", "asked pg_try_advisory_lock", "asked pg_advisory_unlock", "aborted", "closed");
    }

    @Test
    void aLockThatAnotherHasIsNotWaitedFor() throws SQLException {
        isFree = false;

        assertThat(locks().take("backlog", 7)).isEmpty();

        assertThat(done).containsExactly("opened", "asked pg_try_advisory_lock", "closed");
    }

    private SessionLock locks() {
        return new SessionLock(played(DataSource.class, (proxy, method, arguments) -> {
            done.add("opened");
            return session();
        }));
    }

    private Connection session() {
        return played(Connection.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "prepareStatement" -> {
                    return statement(String.valueOf(arguments[0]).replaceAll("select (\\w+).*", "$1"));
                }
                case "unwrap" -> {
                    return played(BaseConnection.class, (inner, called, nothing) -> {
                        assertThat(called.getName()).isEqualTo("abort");
                        done.add("aborted");
                        return null;
                    });
                }
                case "close" -> done.add("closed");
                default -> throw new UnsupportedOperationException(method.getName());
            }
            return null;
        });
    }

    private PreparedStatement statement(String question) {
        return played(PreparedStatement.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("executeQuery")) {
                return null;
            }
            done.add("asked " + question);
            if (question.equals("pg_advisory_unlock") && !releases) {
                throw new SQLException("canceling statement due to statement timeout", "57014");
            }
            return played(
                    ResultSet.class,
                    (answer, asked, nothing) -> asked.getName().equals("close")
                            ? null
                            : asked.getName().equals("next") || isFree);
        });
    }

    private static <T> T played(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
