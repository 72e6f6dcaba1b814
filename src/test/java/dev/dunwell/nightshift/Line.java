package dev.dunwell.nightshift;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A line to a server of this test. Each thing said to the server is a moment at which {@link Power} may fail: before
 * the server hears it, or when the server has answered and the answer never arrives.
 */
final class Line implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 200;

    private final Power power;
    private final ServerSocket here;
    private volatile int there;

    Line(Power power) throws IOException {
        this.power = power;
        this.here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::connect);
    }

    int port() {
        return here.getLocalPort();
    }

    void leadTo(int port) {
        there = port;
    }

    @Override
    public void close() throws IOException {
        here.close();
    }

    private void connect() {
        while (!here.isClosed()) {
            try {
                Socket client = here.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), there);
                var call = new Call(client, server);
                Thread.ofVirtual().start(call::listen);
                Thread.ofVirtual().start(call::speak);
            } catch (IOException _) {
                // closed, or the other side is gone; who called sees it
            }
        }
    }

    private final class Call {

        private final Socket client;
        private final Socket server;
        private final Semaphore answers = new Semaphore(0);

        Call(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void speak() {
            byte[] said = new byte[1 << 16];
            try (client;
                    server) {
                InputStream in = client.getInputStream();
                OutputStream out = server.getOutputStream();
                for (int length = in.read(said); length >= 0; length = in.read(said)) {
                    byte[] words = Arrays.copyOf(said, length);
                    answers.drainPermits();
                    power.outside(
                            () -> say(out, words), () -> answers.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
                }
            } catch (Exception | Power.Out _) {
                // the line is cut; both sides see it
            }
        }

        void listen() {
            byte[] heard = new byte[1 << 16];
            try (client;
                    server) {
                InputStream in = server.getInputStream();
                OutputStream out = client.getOutputStream();
                for (int length = in.read(heard); length >= 0; length = in.read(heard)) {
                    if (!power.isFailing()) {
                        say(out, Arrays.copyOf(heard, length));
                    }
                    answers.release();
                }
            } catch (IOException _) {
                // the same
            }
        }

        private static boolean say(OutputStream out, byte[] words) throws IOException {
            out.write(words);
            out.flush();
            return true;
        }
    }
}
