package dev.dunwell.messaging;

import dev.dunwell.web.BadInput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * An address that somebody typed and this installation is to call. Refuses what leads into the house instead of out of
 * it (server-side request forgery, OWASP SSRF Prevention): anything but https, credentials in the address, and hosts
 * whose addresses are not public.
 *
 * @param mayBeNear whether the installation allows hosts of its own network, and http to them
 */
record WebhookAddress(URI uri, boolean mayBeNear) {

    private static final int LONGEST = 500;
    private static final int CARRIER_NET = 100;
    private static final int IPV4 = 4;

    static WebhookAddress of(String typed, boolean mayBeNear) {
        String text = typed.strip();
        URI uri = parsed(text);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean isWeb = scheme.equals("https") || mayBeNear && scheme.equals("http");
        if (!isWeb || uri.getHost() == null || text.length() > LONGEST) {
            throw BadInput.in("url", "Give an address like https://gateway.example/sms.");
        } else if (uri.getUserInfo() != null || uri.getFragment() != null) {
            throw BadInput.in("url", "Leave names, passwords and what follows a # out of the address.");
        }
        return new WebhookAddress(uri, mayBeNear);
    }

    private static URI parsed(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw BadInput.in("url", "This is no address: give one like https://gateway.example/sms.");
        }
    }

    /**
     * Looks its host up and refuses what is not public. Called just before each call: the runtime keeps what it found
     * for longer than connecting takes, so that the host cannot be another one by then.
     *
     * @throws IOException when there is no such host, or it is one of our own network
     */
    void check() throws IOException {
        InetAddress[] all = InetAddress.getAllByName(uri.getHost());
        for (InetAddress each : all) {
            if (!mayBeNear && !isPublic(each)) {
                throw new NotPublic(uri.getHost());
            }
        }
    }

    /** Where nothing may be called from outside. */
    static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1;

        NotPublic(String host) {
            super(host + " is an address of this network, and those are not called.");
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return bytes.length == IPV4 ? isPublic(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff) : isPublic(bytes);
    }

    /** RFC 6890: this network, carriers' own, protocol assignments, benchmarks, what is kept for later. */
    private static boolean isPublic(int a, int b, int c) {
        boolean isCarriers = a == CARRIER_NET && b >= 64 && b < 128;
        boolean isAssigned = a == 192 && b == 0 && (c == 0 || c == 2);
        boolean isBenchmark = a == 198 && (b == 18 || b == 19);
        boolean isForPaper = a == 198 && b == 51 && c == 100 || a == 203 && b == 0 && c == 113;
        return a != 0 && a < 240 && !isCarriers && !isAssigned && !isBenchmark && !isForPaper;
    }

    /** Only what is routed, 2000::/3, and of it nothing that hides an address of the old kind (6to4, Teredo). */
    private static boolean isPublic(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean isRouted = first >= 0x2000 && first < 0x4000;
        boolean isTunnel = first == 0x2002 || first == 0x2001 && second == 0;
        boolean isForPaper = first == 0x2001 && second == 0x0db8;
        return isRouted && !isTunnel && !isForPaper;
    }
}
