package dev.dunwell.api;

import dev.dunwell.access.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the API at {@code /api/v1/openapi.json}, from the handlers themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String ABOUT = """
        What the pages do, for programs. Amounts are exact decimals in the currency's major unit: answers write them as \
        numbers with all decimals of the currency (1200.50) and never with an exponent, requests may put them in \
        quotes. A number in a path is encoded, also its slashes: `/invoices/RE%2F2024%2F17`. Days are ISO \
        dates in the organisation's zone. A list takes `limit` and `cursor` and answers \
        `{items, next}`; `next` is the cursor of the following page, null on the last.

        Every POST takes an `Idempotency-Key`: the same request under the same key has one effect and gets the first \
        answer again for 30 days; another request under it is refused with 422.

        What is wrong is answered as application/problem+json (RFC 9457); `problems` names each field.\
        """;

    ApiDescription() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI openApi() {
        var key = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A key from Settings, Keys: Authorization: Bearer dw_…");
        return new OpenAPI()
                .info(new Info().title("Dunwell").version("v1").description(ABOUT))
                .servers(List.of(new Server().url("/")))
                .components(new Components().addSecuritySchemes("key", key))
                .addSecurityItem(new SecurityRequirement().addList("key"));
    }

    /** What holds for every operation is said once here and not at each handler. */
    @Bean
    GlobalOpenApiCustomizer commonToAll() {
        return api -> api.getPaths().values().forEach(path -> {
            path.readOperationsMap().values().forEach(ApiDescription::addProblem);
            Operation post = path.readOperationsMap().get(PathItem.HttpMethod.POST);
            if (post != null) {
                post.addParametersItem(new HeaderParameter()
                        .name(Idempotency.HEADER)
                        .description("up to 200 characters; makes the request safe to repeat")
                        .schema(new Schema<String>().type("string").maxLength(200)));
            }
        });
    }

    private static void addProblem(Operation operation) {
        var problem = new Schema<>()
                .type("object")
                .addProperty("type", new Schema<String>().type("string"))
                .addProperty("title", new Schema<String>().type("string"))
                .addProperty("status", new Schema<Integer>().type("integer"))
                .addProperty("detail", new Schema<String>().type("string"))
                .addProperty("request", new Schema<String>().type("string"))
                .addProperty("problems", new Schema<>().type("array").items(fieldProblem()));
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("It was not done; what is wrong and what to do")
                                .content(new Content()
                                        .addMediaType("application/problem+json", new MediaType().schema(problem))));
    }

    private static Schema<?> fieldProblem() {
        return new Schema<>()
                .type("object")
                .addProperty("row", new Schema<Integer>().type("integer"))
                .addProperty("column", new Schema<String>().type("string"))
                .addProperty("message", new Schema<String>().type("string"));
    }
}
