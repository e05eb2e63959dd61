package io.jenkins.plugins.aiimage.build.engine;

import java.util.Optional;
import java.util.Set;

/**
 * What somebody asks of engine and builder.
 *
 * @param builder one of {@link Engines#BUILDERS}
 * @param network of RUN instructions; empty: the builder's default
 * @param plainHttp registries, {@code HOST[:PORT]}, that were named with {@code http://}
 */
public record EngineChoice(String builder, Optional<String> network, Set<String> plainHttp) {
  public EngineChoice {
    plainHttp = Set.copyOf(plainHttp);
  }
}
