package io.jenkins.plugins.aiimage.cache;

import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import java.util.List;
import java.util.Map;

/** Where finished images are, by tag: a repository of a registry, or of the local engine. */
public sealed interface ImageCache permits RegistryCache, EngineCache {
  /** As a person reads it. */
  String words();

  /** The repository as an engine names it. */
  String repository();

  /** Those of the tags that exist, with the digest that each points at. */
  Map<String, String> find(List<String> tags) throws RegistryException, EngineException;

  /** What to run or to build on: exactly the image of that digest. */
  String reference(String digest);

  /** Points a tag at an image that is there. */
  void tag(String digest, String tag) throws RegistryException, EngineException;

  /** The repository and a tag. */
  default String tagged(String tag) {
    return repository() + ":" + tag;
  }
}
