package io.jenkins.plugins.aiimage.push;

import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.Repository;

/** How an image gets to a target. */
sealed interface Way {
  /** As a person reads it. */
  String words();

  /** Whether it takes no more than some requests. */
  boolean isQuick();

  /** It is there. */
  record There(Manifest manifest) implements Way {
    @Override
    public String words() {
      return "is there";
    }

    @Override
    public boolean isQuick() {
      return true;
    }
  }

  /** Another repository has it. */
  record FromRegistry(Target where, Repository from, Manifest manifest, boolean sameRegistry)
      implements Way {
    @Override
    public String words() {
      return (sameRegistry ? "without moving a layer, from " : "copied from ") + where;
    }

    @Override
    public boolean isQuick() {
      return sameRegistry;
    }
  }

  /** No registry has it. */
  record FromEngine(Source.Local source) implements Way {
    @Override
    public String words() {
      return "sent by " + source.engine().words();
    }

    @Override
    public boolean isQuick() {
      return false;
    }
  }

  /** It becomes what the first target has by then, byte for byte. */
  record LikeTheFirst() implements Way {
    @Override
    public String words() {
      return "copied from the first registry";
    }

    @Override
    public boolean isQuick() {
      return false;
    }
  }
}
