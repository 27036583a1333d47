package io.github.icatimgcif.adapter.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.Unavailable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class DatasetLockTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void aSessionThatTurnsOutToBeDeadGoesBackToItsPool() {
        DatasetLock lock = new DatasetLock(played(DataSource.class, (proxy, method, arguments) -> session()));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> lock.take("/data/run_07"))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("/data/run_07");
        }

        assertThat(done).containsExactly("opened", "closed", "opened", "closed", "opened", "closed");
    }

    private Connection session() {
        done.add("opened");
        return played(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                done.add("closed");
                return null;
            }
            throw new SQLException("terminating connection due to administrator command", "57P01");
        });
    }

    private static <T> T played(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
