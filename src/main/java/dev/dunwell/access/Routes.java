package dev.dunwell.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The declared table of route × role, {@code access/routes.txt}. A route that is not in it is open to nobody.
 *
 * <p>The file explains its own form at its top.
 */
public final class Routes {

    private static final String FILE = "/access/routes.txt";
    private static final Routes DECLARED = new Routes(lines());

    private final Map<String, Route> byName = new LinkedHashMap<>();

    private Routes(List<String> lines) {
        Map<String, Set<Role>> groups = new HashMap<>();
        groups.put("everyone", EnumSet.complementOf(EnumSet.of(Role.AGENCY)));
        for (String line : lines) {
            String declared = line.replaceFirst("#.*", "").strip();
            if (declared.contains("=")) {
                String[] parts = declared.split("\\s*=\\s*", 2);
                groups.put(parts[0], roles(parts[1], groups));
            } else if (!declared.isEmpty()) {
                add(declared, groups);
            }
        }
    }

    /** The table of this application. */
    public static Routes declared() {
        return DECLARED;
    }

    static Routes of(String text) {
        return new Routes(text.lines().toList());
    }

    public Collection<Route> all() {
        return byName.values();
    }

    /** The route of a request by the pattern of its handler. HEAD is a GET without its body. */
    public Optional<Route> find(String method, String pattern) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return Stream.of(asked + " " + pattern, "* " + pattern)
                .map(byName::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Whether the role may use the route of this name, {@code POST /promises}; it must be in the table. */
    boolean isOpen(String name, Role role) {
        Route route = byName.get(name);
        if (route == null) {
            throw new IllegalArgumentException(name + " is not in " + FILE);
        }
        return route.isFor(role);
    }

    private void add(String declared, Map<String, Set<Role>> groups) {
        String[] words = declared.split("\\s+", 3);
        if (words.length < 3) {
            throw new IllegalStateException(FILE + ": \"" + declared + "\" does not say who may. End it with roles.");
        }
        Route route = switch (words[2]) {
            case "public" -> new Route(words[0], words[1], Route.OpenTo.PUBLIC, Set.of());
            case "installation" -> new Route(words[0], words[1], Route.OpenTo.INSTALLATION, Set.of());
            default -> new Route(words[0], words[1], Route.OpenTo.ROLES, roles(words[2], groups));
        };
        if (byName.putIfAbsent(route.name(), route) != null) {
            throw new IllegalStateException(FILE + ": " + route.name() + " stands there twice. Keep one line.");
        }
    }

    private static Set<Role> roles(String names, Map<String, Set<Role>> groups) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names.split("\\s+")) {
            roles.addAll(groups.containsKey(name) ? groups.get(name) : Set.of(roleNamed(name)));
        }
        return roles;
    }

    private static Role roleNamed(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(FILE + ": " + name + " is neither a role nor a group."));
    }

    private static List<String> lines() {
        try (InputStream in = Routes.class.getResourceAsStream(FILE)) {
            String text = new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
            return new ArrayList<>(text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
