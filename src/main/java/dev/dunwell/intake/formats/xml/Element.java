package dev.dunwell.intake.formats.xml;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * An element with all that is in it. Namespaces are not kept: names are local.
 *
 * @param text its own text, without that of the elements in it and without the space around it
 */
public record Element(
        String name, String namespace, Map<String, String> attributes, String text, List<Element> children) {

    public Element {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** The elements at the end of a path of names: {@code Contact/Name}. */
    public Stream<Element> all(String path) {
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        Stream<Element> here = children.stream().filter(child -> child.name.equals(first));
        return slash < 0 ? here : here.flatMap(child -> child.all(path.substring(slash + 1)));
    }

    /** The first text at the end of a path that is not empty; empty where there is none. */
    public String at(String path) {
        return all(path)
                .map(Element::text)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }

    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** Every text with its path, {@code Contact/Name}, and every attribute, {@code CustomerRef.name}. */
    public void texts(BiConsumer<String, String> take) {
        attributes.forEach((attribute, value) -> take.accept("." + attribute, value));
        children.forEach(child -> child.texts(child.name, take));
    }

    private void texts(String path, BiConsumer<String, String> take) {
        if (!text.isEmpty() || children.isEmpty()) {
            take.accept(path, text);
        }
        attributes.forEach((attribute, value) -> take.accept(path + "." + attribute, value));
        children.forEach(child -> child.texts(path + "/" + child.name, take));
    }
}
