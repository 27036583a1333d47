package io.github.icatimgcif.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is connected to here. */
final class JudgedNamesTest {

    private static final Hosts HOSTS = new Hosts(List.of("archive.example.org"), List.of("inside.example.org"));

    @Test
    void allAddressesOfAPublicHostAreHandedOnInTheirOrder() throws UnknownHostException {
        JudgedNames names = names(host -> addresses("8.8.8.8", "2606:4700::1111"));

        assertThat(names.resolve("archive.example.org", 443))
                .containsExactly(
                        new InetSocketAddress(InetAddress.getByName("8.8.8.8"), 443),
                        new InetSocketAddress(InetAddress.getByName("2606:4700::1111"), 443));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "192.168.7.7", "fd00::7", "127.0.0.1", "169.254.169.254", "::ffff:127.0.0.1"})
    void aPublicHostWithOneAddressInsideIsRefusedAltogether(String inside) {
        JudgedNames names = names(host -> addresses("8.8.8.8", inside));

        assertThatThrownBy(() -> names.resolve("archive.example.org", 443)).isInstanceOf(AddressRefused.class);
    }

    /** DNS rebinding: the name is public when it is looked at, and inside when it is looked at again. */
    @Test
    void everyLookUpIsJudged() throws UnknownHostException {
        Deque<String> answers = new ArrayDeque<>(List.of("8.8.8.8", "127.0.0.1"));
        JudgedNames names = names(host -> addresses(answers.remove()));

        assertThat(names.resolve("archive.example.org", 443)).hasSize(1);
        assertThatThrownBy(() -> names.resolve("archive.example.org", 443))
                .hasMessageStartingWith("archive.example.org has a loopback address");
    }

    @Test
    void aPrivateHostMayBeInsideOnItsPortOnly() throws UnknownHostException {
        JudgedNames names = names(host -> addresses("10.1.2.3"));

        assertThat(names.resolve("inside.example.org", 443)).hasSize(1);
        assertThatThrownBy(() -> names.resolve("inside.example.org", 8443)).isInstanceOf(AddressRefused.class);
    }

    @Test
    void anIpv6AddressIsListedInBrackets() throws UnknownHostException {
        JudgedNames names = new JudgedNames(
                new Hosts(List.of(), List.of("[::1]:8443")), Names::ofThisMachine, Duration.ofSeconds(5));

        assertThat(names.resolve("::1", 8443)).hasSize(1);
        assertThatThrownBy(() -> names.resolve("::1", 443)).isInstanceOf(AddressRefused.class);
    }

    @Test
    void aLookUpThatTakesTooLongIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        JudgedNames names = new JudgedNames(
                HOSTS,
                host -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return List.of();
                },
                Duration.ofMillis(50));

        assertThatThrownBy(() -> names.resolve("archive.example.org", 443))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("archive.example.org");
        never.countDown();
    }

    private static JudgedNames names(Names names) {
        return new JudgedNames(HOSTS, names, Duration.ofSeconds(5));
    }

    private static List<InetAddress> addresses(String... addresses) throws UnknownHostException {
        InetAddress[] read = new InetAddress[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            read[i] = InetAddress.getByName(addresses[i]);
        }
        return List.of(read);
    }
}
