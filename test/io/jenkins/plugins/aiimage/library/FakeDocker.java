package io.jenkins.plugins.aiimage.library;

import groovy.lang.Closure;
import java.util.List;

/** The variable of Docker Pipeline: tells where its bodies run. */
public record FakeDocker(List<String> story) {

  /** An image by its name. */
  public Image image(String name) {
    return new Image(name, story);
  }

  /** A block with a login. */
  public Object withRegistry(String url, String credentials, Closure<?> body) {
    story.add("registry " + url + " as " + credentials);
    return body.call();
  }

  /** One that a body can run in. */
  public record Image(String name, List<String> story) {

    /** Runs the body. */
    public Object inside(String arguments, Closure<?> body) {
      story.add("inside " + name + " with '" + arguments + "'");
      return body.call();
    }

    /** Runs the body. */
    public Object inside(Closure<?> body) {
      return inside("", body);
    }
  }
}
