package dev.dunwell.messaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes the socket of a connection and keeps it at hand, because the mail library has one patience for all answers. */
final class RememberedSockets extends SocketFactory {

    private @Nullable Socket last;

    @Override
    public Socket createSocket() throws SocketException {
        var socket = new Socket();
        // A mail is a few small packets; waiting to gather them costs 40 ms at each of its steps.
        socket.setTcpNoDelay(true);
        last = socket;
        return socket;
    }

    /** Lets the next answers take so long. A socket that is gone will say so itself when it is used. */
    void waitFor(Duration answer) {
        if (last != null && !last.isClosed()) {
            try {
                last.setSoTimeout(Math.toIntExact(answer.toMillis()));
            } catch (SocketException e) {
                last = null;
            }
        }
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
