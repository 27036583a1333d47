package io.github.icatimgcif.adapter.web;

import java.net.InetAddress;

/**
 * Who can be behind an IP address.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4 addresses of special purpose</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6 addresses of special purpose</a>
 */
enum AddressKind {
    /** Anybody. */
    PUBLIC("public"),
    /** A machine of the facility: 10/8, 172.16/12, 192.168/16, 100.64/10 (behind a provider's translator), fc00::/7. */
    PRIVATE("private"),
    /** This machine: 127/8, ::1. */
    LOOPBACK("loopback"),
    /** A machine on the same cable, or a cloud's 169.254.169.254, which tells its secrets: 169.254/16, fe80::/10. */
    LINK_LOCAL("link-local"),
    /**
     * Nobody that has a file: no address at all, multicast, documentation, benchmarks, what is reserved; and addresses that lead to
     * an IPv4 address of any kind by way of a translator or a tunnel.
     */
    OTHER("reserved");

    private final String word;

    AddressKind(String word) {
        this.word = word;
    }

    /** As it is called in messages. */
    String word() {
        return word;
    }

    /** Of an address as it is connected to; of one that is an IPv4 address in IPv6 form, that of the IPv4 address. */
    static AddressKind of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? ofIpv4(bytes, 0) : ofIpv6(bytes);
    }

    private static AddressKind ofIpv4(byte[] bytes, int offset) {
        int a = bytes[offset] & 0xff;
        int b = bytes[offset + 1] & 0xff;
        int c = bytes[offset + 2] & 0xff;
        return switch (a) {
            case 10 -> PRIVATE;
            case 127 -> LOOPBACK;
            case 100 -> b >= 64 && b < 128 ? PRIVATE : PUBLIC;
            case 169 -> b == 254 ? LINK_LOCAL : PUBLIC;
            case 172 -> b >= 16 && b < 32 ? PRIVATE : PUBLIC;
            case 192 -> of192(b, c);
            case 198 -> b == 18 || b == 19 || b == 51 && c == 100 ? OTHER : PUBLIC;
            case 203 -> b == 0 && c == 113 ? OTHER : PUBLIC;
            default -> a == 0 || a >= 224 ? OTHER : PUBLIC;
        };
    }

    /** Of 192.b.c.x: private, protocols and documentation, the former relays of 6to4. */
    private static AddressKind of192(int b, int c) {
        if (b == 168) {
            return PRIVATE;
        }
        return b == 0 && (c == 0 || c == 2) || b == 88 && c == 99 ? OTHER : PUBLIC;
    }

    private static AddressKind ofIpv6(byte[] bytes) {
        if (isZero(bytes, 0, 10) && (bytes[10] & bytes[11] & 0xff) == 0xff) {
            return ofIpv4(bytes, 12);
        }
        if (isZero(bytes, 0, 15) && bytes[15] == 1) {
            return LOOPBACK;
        }
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        if ((first & 0xfe00) == 0xfc00) {
            return PRIVATE;
        }
        if ((first & 0xffc0) == 0xfe80) {
            return LINK_LOCAL;
        }
        // Only 2000::/3 is given to anybody; in it 2001::/23 is of protocols, Teredo among them, and 2002::/16 is 6to4.
        boolean isGiven = (first & 0xe000) == 0x2000;
        boolean isOfProtocols = first == 0x2001 && (second < 0x200 || second == 0xdb8);
        boolean isOfTunnels = first == 0x2002;
        boolean isOfDocuments = first == 0x3fff && second < 0x1000;
        return isGiven && !isOfProtocols && !isOfTunnels && !isOfDocuments ? PUBLIC : OTHER;
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
