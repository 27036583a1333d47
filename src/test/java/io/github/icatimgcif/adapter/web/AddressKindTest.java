package io.github.icatimgcif.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressKindTest {

    /** Each range with its first and last address, and the addresses beside it. */
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, OTHER",
        "0.255.255.255, OTHER",
        "1.0.0.0, PUBLIC",
        "8.8.8.8, PUBLIC",
        "9.255.255.255, PUBLIC",
        "10.0.0.0, PRIVATE",
        "10.255.255.255, PRIVATE",
        "11.0.0.0, PUBLIC",
        "100.63.255.255, PUBLIC",
        "100.64.0.0, PRIVATE",
        "100.127.255.255, PRIVATE",
        "100.128.0.0, PUBLIC",
        "126.255.255.255, PUBLIC",
        "127.0.0.1, LOOPBACK",
        "127.255.255.255, LOOPBACK",
        "128.0.0.0, PUBLIC",
        "169.253.255.255, PUBLIC",
        "169.254.0.0, LINK_LOCAL",
        "169.254.169.254, LINK_LOCAL",
        "169.254.255.255, LINK_LOCAL",
        "169.255.0.0, PUBLIC",
        "172.15.255.255, PUBLIC",
        "172.16.0.0, PRIVATE",
        "172.31.255.255, PRIVATE",
        "172.32.0.0, PUBLIC",
        "191.255.255.255, PUBLIC",
        "192.0.0.8, OTHER",
        "192.0.1.0, PUBLIC",
        "192.0.2.1, OTHER",
        "192.88.98.255, PUBLIC",
        "192.88.99.1, OTHER",
        "192.167.255.255, PUBLIC",
        "192.168.0.0, PRIVATE",
        "192.168.255.255, PRIVATE",
        "192.169.0.0, PUBLIC",
        "198.17.255.255, PUBLIC",
        "198.18.0.0, OTHER",
        "198.19.255.255, OTHER",
        "198.20.0.0, PUBLIC",
        "198.51.100.7, OTHER",
        "198.51.101.0, PUBLIC",
        "203.0.113.255, OTHER",
        "203.0.114.0, PUBLIC",
        "223.255.255.255, PUBLIC",
        "224.0.0.1, OTHER",
        "239.255.255.255, OTHER",
        "240.0.0.1, OTHER",
        "255.255.255.255, OTHER",
        "::, OTHER",
        "::1, LOOPBACK",
        "::2, OTHER",
        "::7f00:1, OTHER",
        "::127.0.0.1, OTHER",
        "::8.8.8.8, OTHER",
        "64:ff9b::, OTHER",
        "64:ff9b::7f00:1, OTHER",
        "64:ff9b::808:808, OTHER",
        "64:ff9b:1::a00:1, OTHER",
        "100::1, OTHER",
        "1fff:ffff::1, OTHER",
        "2000::1, PUBLIC",
        "2001::1, OTHER",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2, OTHER",
        "2001:1ff:ffff::1, OTHER",
        "2001:200::1, PUBLIC",
        "2001:db7:ffff::1, PUBLIC",
        "2001:db8::1, OTHER",
        "2001:db9::1, PUBLIC",
        "2001:660:5001::1, PUBLIC",
        "2002:7f00:1::1, OTHER",
        "2002:a00:1::1, OTHER",
        "2003::1, PUBLIC",
        "2606:4700::1111, PUBLIC",
        "2a00:1450:4007:80e::200e, PUBLIC",
        "3fff:fff:ffff::1, OTHER",
        "3fff:1000::1, PUBLIC",
        "4000::1, OTHER",
        "5f00::1, OTHER",
        "fbff:ffff::1, OTHER",
        "fc00::1, PRIVATE",
        "fd12:3456:789a::1, PRIVATE",
        "fdff:ffff::ffff, PRIVATE",
        "fe00::1, OTHER",
        "fe7f:ffff::1, OTHER",
        "fe80::1, LINK_LOCAL",
        "febf:ffff::1, LINK_LOCAL",
        "fec0::1, OTHER",
        "ff02::1, OTHER",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, OTHER",
    })
    void everyRangeEndsWhereItEnds(String address, AddressKind kind) throws UnknownHostException {
        assertThat(AddressKind.of(InetAddress.getByName(address))).isEqualTo(kind);
    }

    /** Java reads these as IPv4 addresses by itself. */
    @ParameterizedTest
    @CsvSource({
        "::ffff:127.0.0.1, LOOPBACK",
        "::ffff:10.1.2.3, PRIVATE",
        "::ffff:a9fe:a9fe, LINK_LOCAL",
        "::ffff:8.8.8.8, PUBLIC",
        "::ffff:0.0.0.0, OTHER",
    })
    void anIpv4AddressInIpv6FormIsWhatItIs(String address, AddressKind kind) throws UnknownHostException {
        assertThat(AddressKind.of(InetAddress.getByName(address))).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fe80::1%1", "fe80::1%7"})
    void aZoneChangesNothing(String address) throws UnknownHostException {
        assertThat(AddressKind.of(InetAddress.getByName(address))).isEqualTo(AddressKind.LINK_LOCAL);
    }
}
