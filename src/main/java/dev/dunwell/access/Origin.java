package dev.dunwell.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a request comes from, for counting: an IPv4 address, or the half of an IPv6 one that a provider gives out. */
public final class Origin {

    private static final int GROUPS_OF_A_NETWORK = 4;

    private Origin() {}

    public static String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        return address.contains(":") && !address.contains(".") && !address.contains("::")
                ? Arrays.stream(address.split(":"))
                        .limit(GROUPS_OF_A_NETWORK)
                        .collect(Collectors.joining(":", "", "::/64"))
                : address;
    }
}
