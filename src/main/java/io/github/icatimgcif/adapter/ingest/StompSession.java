package io.github.icatimgcif.adapter.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A connection to a broker over STOMP 1.1, for sending: each message is the broker's when its receipt is here. */
final class StompSession implements AutoCloseable {

    // Answers are receipts and error texts.
    private static final int LONGEST_FRAME = 64 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private StompSession(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /**
     * Connects.
     *
     * @param login headers that say who we are, which this one frame has as they are, without line ends; may be empty
     * @throws IOException if the broker does not answer in time, or will not have us
     */
    static StompSession open(
            StompAddress broker, Map<String, String> login, Duration connect, Duration answer, SSLSocketFactory secure)
            throws IOException {
        Socket socket = socket(broker, connect, answer, secure);
        try {
            StompSession session = new StompSession(socket);
            StringBuilder head = new StringBuilder("CONNECT\naccept-version:1.1\nhost:")
                    .append(broker.host())
                    .append("\nheart-beat:0,0\n");
            login.forEach(
                    (name, value) -> head.append(name).append(':').append(value).append('\n'));
            session.write(head + "\n");
            session.expect("CONNECTED", "");
            return session;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Sends a text to a queue and returns when the broker has stored it.
     *
     * @param messageId a name for the message that is the same when it is sent again
     * @throws IOException if it is not known to have it
     */
    void send(String queue, String messageId, String text) throws IOException {
        // Without content-length the broker makes a text message of it, as the ingester expects.
        write("SEND\ndestination:/queue/" + escaped(queue) + "\npersistent:true\ncontent-type:text/xml\nimgcif-id:"
                + escaped(messageId) + "\nreceipt:" + escaped(messageId) + "\n\n" + text);
        expect("RECEIPT", "receipt-id:" + escaped(messageId));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static Socket socket(StompAddress broker, Duration connect, Duration answer, SSLSocketFactory secure)
            throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(broker.host(), broker.port()), (int) connect.toMillis());
            plain.setSoTimeout((int) answer.toMillis());
            plain.setTcpNoDelay(true);
            return broker.secure() ? secured(plain, broker, secure) : plain;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private static Socket secured(Socket plain, StompAddress broker, SSLSocketFactory secure) throws IOException {
        SSLSocket secured = (SSLSocket) secure.createSocket(plain, broker.host(), broker.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private void write(String frame) throws IOException {
        out.write(frame.getBytes(StandardCharsets.UTF_8));
        out.write(0);
        out.flush();
    }

    private void expect(String command, String header) throws IOException {
        List<String> lines = frame().lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(command) || (!header.isEmpty() && !lines.contains(header))) {
            throw new IOException("the broker answers " + String.join(" ", lines) + " instead of " + command);
        }
    }

    /** The next frame; line ends before it are heart-beats. */
    private String frame() throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the broker closed the connection");
            }
            if (next == 0) {
                return frame.toString(StandardCharsets.UTF_8);
            }
            if (frame.size() > 0 || (next != '\n' && next != '\r')) {
                frame.write(next);
            }
            if (frame.size() > LONGEST_FRAME) {
                throw new IOException("the broker's answer has no end");
            }
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace(":", "\\c");
    }
}
