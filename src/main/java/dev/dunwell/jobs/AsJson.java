package dev.dunwell.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import tools.jackson.databind.json.JsonMapper;

/** Job orders as JSON: Java's own serialisation would run what a forged row says. */
record AsJson(JsonMapper json) implements Serializer {

    @Override
    public byte[] serialize(Object order) {
        return json.writeValueAsBytes(order);
    }

    @Override
    public <T> T deserialize(Class<T> kind, byte[] written) {
        return json.readValue(written, kind);
    }
}
