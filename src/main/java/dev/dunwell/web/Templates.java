package dev.dunwell.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The template engine: compiled into the application, or read from the source folder while one is writing pages. */
@Configuration(proxyBeanMethods = false)
class Templates {

    @Bean
    TemplateEngine templateEngine(@Value("${dunwell.templates.live:false}") boolean live) {
        return live ? live(Path.of("src/main/jte")) : TemplateEngine.createPrecompiled(ContentType.Html);
    }

    private static TemplateEngine live(Path sources) {
        return TemplateEngine.create(new DirectoryCodeResolver(sources), Path.of("target/jte-live"), ContentType.Html);
    }
}
