package dev.dunwell.collections.web;

import java.util.HashMap;
import java.util.Map;

/**
 * A draft with a step more, a step less, or two steps in another order, as a button of its form asks: {@code add=3}
 * puts one after the third, {@code remove=3} takes it away, {@code up=3} moves it before the second. Pure.
 */
record DraftSteps(Map<String, String> typed) {

    Map<String, String> changed() {
        if (typed.containsKey("add")) {
            return added(at("add"));
        } else if (typed.containsKey("remove")) {
            return removed(at("remove"));
        } else if (typed.containsKey("up")) {
            return swapped(at("up"));
        } else {
            return typed;
        }
    }

    private Map<String, String> added(int after) {
        Map<String, String> values = rest();
        for (int step = 1; step <= size(); step++) {
            copy(values, step, step > after ? step + 1 : step);
        }
        Map<String, String> like = after == 0 ? Map.of() : fields(after);
        like.forEach((field, value) -> values.put(StrategyFields.at(after + 1, field), value));
        values.put(StrategyFields.at(after + 1, "name"), "");
        values.put("steps", String.valueOf(size() + 1));
        return values;
    }

    private Map<String, String> removed(int gone) {
        Map<String, String> values = rest();
        for (int step = 1; step <= size(); step++) {
            if (step != gone) {
                copy(values, step, step > gone ? step - 1 : step);
            }
        }
        values.put("steps", String.valueOf(Math.max(0, size() - 1)));
        return values;
    }

    private Map<String, String> swapped(int lower) {
        if (lower < 2 || lower > size()) {
            return typed;
        }
        Map<String, String> values = rest();
        for (int step = 1; step <= size(); step++) {
            int to = step == lower ? lower - 1 : step == lower - 1 ? lower : step;
            copy(values, step, to);
        }
        return values;
    }

    private void copy(Map<String, String> values, int from, int to) {
        fields(from).forEach((field, value) -> values.put(StrategyFields.at(to, field), value));
    }

    /** Everything that belongs to no step. */
    private Map<String, String> rest() {
        Map<String, String> values = new HashMap<>(typed);
        values.keySet().removeIf(name -> name.matches("s\\d+\\..*"));
        return values;
    }

    private Map<String, String> fields(int step) {
        String prefix = StrategyFields.at(step, "");
        Map<String, String> fields = new HashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                fields.put(name.substring(prefix.length()), value);
            }
        });
        return fields;
    }

    private int size() {
        return new StrategyFields(typed).size();
    }

    private int at(String button) {
        String at = typed.getOrDefault(button, "");
        return at.matches("\\d{1,2}") ? Integer.parseInt(at) : size();
    }
}
