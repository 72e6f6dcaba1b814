package dev.dunwell.api;

import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.json.JsonMapper;

/** Sets up how the API reads and writes JSON. */
@Configuration(proxyBeanMethods = false)
class ApiRules {

    private static final long LONGEST_BODY = 10_000_000;
    private static final int DEEPEST = 50;

    /** Last, so that it stands in place of the lenient one. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer exactJson(JsonMapper mapper) {
        return converters -> converters.withJsonConverter(new ExactJson(mapper));
    }

    @Bean
    JsonFactoryBuilderCustomizer boundedJson() {
        var bounds = StreamReadConstraints.builder()
                .maxDocumentLength(LONGEST_BODY)
                .maxNestingDepth(DEEPEST)
                .build();
        return json -> json.streamReadConstraints(bounds);
    }
}
