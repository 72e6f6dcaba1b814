package dev.dunwell.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Style sheets, scripts, fonts: served under an address that carries a hash of all of them, so that a browser may keep
 * them for a year and still has the new ones the moment there is a new version.
 */
@Component
public class Assets implements WebMvcConfigurer {

    private static final String VERSION = version("classpath:/static/**/*.*");
    private static final int HASH_LENGTH = 12;

    private final boolean live;

    Assets(@Value("${dunwell.templates.live:false}") boolean live) {
        this.live = live;
    }

    /** The address of a file in {@code static/}: {@code /assets/1f0c…/dunwell.css}. */
    public static String url(String file) {
        return "/assets/" + VERSION + "/" + file;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl cache = live
                ? CacheControl.noCache()
                : CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(live ? "file:src/main/resources/static/" : "classpath:/static/")
                .setCacheControl(cache)
                .resourceChain(!live)
                .addResolver(new VersionResourceResolver().addFixedVersionStrategy(VERSION, "/**"));
    }

    private static String version(String files) {
        try {
            Resource[] resources = new PathMatchingResourcePatternResolver().getResources(files);
            Arrays.sort(resources, Comparator.comparing(Resource::getDescription));
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            for (Resource resource : resources) {
                hash.update(resource.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(hash.digest()).substring(0, HASH_LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
