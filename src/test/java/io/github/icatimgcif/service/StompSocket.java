package io.github.icatimgcif.service;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Sends frames of STOMP 1.1 over a socket, written out byte by byte: no library of ours or of the broker's is between. */
public final class StompSocket implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private int sent;

    private StompSocket(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Connects as pyicat-plus does. */
    public static StompSocket connect(int port) throws IOException {
        return connect(new Socket("localhost", port), "");
    }

    /** Connects as somebody whom the broker knows. */
    static StompSocket connect(Socket socket, String user, String password) throws IOException {
        return connect(socket, "login:" + user + "\npasscode:" + password + "\n");
    }

    private static StompSocket connect(Socket socket, String login) throws IOException {
        StompSocket stomp = new StompSocket(socket);
        stomp.write(("CONNECT\naccept-version:1.1\nhost:localhost\n" + login + "\n").getBytes(StandardCharsets.UTF_8));
        String answer = stomp.frame();
        if (!answer.startsWith("CONNECTED")) {
            throw new IOException("the broker says " + answer);
        }
        return stomp;
    }

    /** Sends with the length of the body, which makes bytes of it; returns when the broker has it. */
    public void sendBytes(String queue, byte[] body) throws IOException {
        send(queue, "content-length:" + body.length + "\n", body);
    }

    /** Sends without the length of the body, which makes text of it; returns when the broker has it. */
    public void sendText(String queue, byte[] body) throws IOException {
        send(queue, "", body);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void send(String queue, String length, byte[] body) throws IOException {
        sent++;
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(("SEND\ndestination:/queue/" + queue + "\npersistent:true\nreceipt:r" + sent + "\n" + length + "\n")
                .getBytes(StandardCharsets.UTF_8));
        frame.write(body);
        write(frame.toByteArray());
        String answer = frame();
        if (!answer.startsWith("RECEIPT") || !answer.contains("receipt-id:r" + sent)) {
            throw new IOException("the broker says " + answer);
        }
    }

    private void write(byte[] frame) throws IOException {
        // The zero at its end with it: a piece by itself would wait for the answer to the other, 40 ms.
        socket.getOutputStream().write(Arrays.copyOf(frame, frame.length + 1));
        socket.getOutputStream().flush();
    }

    private String frame() throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (int next = in.read(); next > 0 || next == 0 && frame.size() == 0; next = in.read()) {
            if (next != '\n' || frame.size() > 0) {
                frame.write(next);
            }
        }
        return frame.toString(StandardCharsets.UTF_8);
    }
}
