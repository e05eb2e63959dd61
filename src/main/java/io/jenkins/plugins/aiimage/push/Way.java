package io.jenkins.plugins.aiimage.push;

/** How an image gets to a target. */
sealed interface Way {
  /** As a person reads it. */
  String words();

  /** Whether it takes no more than some requests. */
  boolean isQuick();

  /** It is there. */
  record There(Source.Registered image) implements Way {
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
  record FromRegistry(Source.Registered image, boolean sameRegistry) implements Way {
    @Override
    public String words() {
      return (sameRegistry ? "without moving a layer, from " : "copied from ") + image.where();
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
