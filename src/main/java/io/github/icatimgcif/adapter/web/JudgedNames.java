package io.github.icatimgcif.adapter.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The addresses that the client connects to: each host is looked up once, all its addresses are judged, and these very addresses
 * are handed to the client. A name server that answers otherwise the next time (DNS rebinding) is not asked a next time.
 */
final class JudgedNames implements DnsResolver {

    /** Each that does not answer costs the time that a connection may take to stand. */
    private static final int MOST_TRIED = 4;

    private final Hosts hosts;
    private final Names names;
    private final Duration limit;
    // A look-up cannot be interrupted; one that takes too long goes on here, unheeded, until the system gives it up.
    private final ExecutorService lookUps = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "name-look-up");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Judged names.
     *
     * @param hosts which of them may be at which kinds of addresses
     * @param names where they are looked up
     * @param limit how long that may take
     */
    JudgedNames(Hosts hosts, Names names, Duration limit) {
        this.hosts = hosts;
        this.names = names;
        this.limit = limit;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetAddress> addresses = lookedUp(host);
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        for (InetAddress address : addresses) {
            AddressKind kind = AddressKind.of(address);
            if (!hosts.allows(kind, listed(host), port)) {
                throw new AddressRefused(host + " has a " + kind.word()
                        + " address; only public ones are asked unless the host is listed as a private one");
            }
        }
        return addresses.stream()
                .limit(MOST_TRIED)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    /** Never: which addresses a host may have depends on the port. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new AddressRefused(host + " cannot be judged without its port");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private List<InetAddress> lookedUp(String host) throws UnknownHostException {
        CompletableFuture<List<InetAddress>> lookUp = CompletableFuture.supplyAsync(() -> addresses(host), lookUps);
        try {
            return lookUp.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unknown(host, e);
        } catch (TimeoutException e) {
            throw unknown(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        }
    }

    private List<InetAddress> addresses(String host) {
        try {
            return names.addresses(host);
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    private static UnknownHostException unknown(String host, Exception cause) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }

    /** A host as the lists have it: an IPv6 address in brackets. */
    private static String listed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
