package io.github.icatimgcif.adapter.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on this machine that answers every question as it is told, right or wrong, byte by byte. */
final class PlayedServer implements AutoCloseable {

    private final ServerSocket door;
    private final List<String> questions = new CopyOnWriteArrayList<>();

    /**
     * A server behind a door.
     *
     * @param door bound already
     */
    PlayedServer(ServerSocket door, Answer answer) {
        this.door = door;
        begin(() -> {
            while (!door.isClosed()) {
                Socket visitor = door.accept();
                begin(() -> serve(visitor, answer));
            }
        });
    }

    /** One at an address of this machine, on a port or on any that is free (0). */
    PlayedServer(String address, int port, Answer answer) {
        this(door(address, port), answer);
    }

    PlayedServer(Answer answer) {
        this("127.0.0.1", 0, answer);
    }

    private static ServerSocket door(String address, int port) {
        try {
            return new ServerSocket(port, 50, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** Head of every question so far. */
    List<String> questions() {
        return questions;
    }

    /** Path of every question so far. */
    List<String> paths() {
        return questions.stream().map(PlayedServer::path).toList();
    }

    static String path(String question) {
        return question.split(" ", 3)[1];
    }

    /** A whole answer. */
    static byte[] answer(String status, String headers, String body) {
        return ascii("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n" + headers + "\r\n" + body);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket visitor, Answer answer) throws IOException {
        try (visitor) {
            String question = head(visitor.getInputStream());
            while (!question.isEmpty()) {
                questions.add(question);
                answer.give(question, visitor.getOutputStream());
                question = head(visitor.getInputStream());
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            if (head.toString().endsWith("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    private static void begin(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // the visitor or the test has gone
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** What is said to a visitor. */
    interface Answer {
        void give(String question, OutputStream out) throws IOException;
    }

    private interface Work {
        void run() throws IOException;
    }
}
