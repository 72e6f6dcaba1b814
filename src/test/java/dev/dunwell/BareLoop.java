package dev.dunwell;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;

/**
 * The least that can be done: one ready-made mail sent again and again over some connections, by the mail library
 * alone. What a mail server takes from it is the measure of what it takes from us.
 *
 * @param mail as it travels
 */
public record BareLoop(int port, int connections, byte[] mail) {

    /** @return how long it took, in nanoseconds */
    public long send(int times) throws Exception {
        var left = new AtomicInteger(times);
        long begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = new ArrayList<>();
            Callable<Boolean> one = () -> connection(left);
            for (int i = 0; i < connections; i++) {
                all.add(threads.submit(one));
            }
            for (Future<Boolean> each : all) {
                each.get();
            }
        }
        return System.nanoTime() - begun;
    }

    /** Sends at once what there is to send, as we do; the library alone would wait for more. */
    private static final class Eager extends SocketFactory {
        @Override
        public Socket createSocket() throws SocketException {
            var socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            throw new IOException("sockets are connected by their user");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return createSocket(host.getHostAddress(), port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }
    }

    private boolean connection(AtomicInteger left) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.socketFactory", new Eager());
        Session session = Session.getInstance(properties);
        var message = new MimeMessage(session, new ByteArrayInputStream(mail));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("localhost", port, null, null);
            while (left.getAndDecrement() > 0) {
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
        return true;
    }
}
