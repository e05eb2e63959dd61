package org.kohsuke.stapler;

public class HttpResponses {
  public static HttpResponseException ok() {
    throw new UnsupportedOperationException();
  }

  public static HttpResponseException notFound() {
    throw new UnsupportedOperationException();
  }

  public static HttpResponseException forbidden() {
    throw new UnsupportedOperationException();
  }

  public static HttpResponseException error(int code, String errorMessage) {
    throw new UnsupportedOperationException();
  }

  public static HttpResponseException error(int code, Throwable cause) {
    throw new UnsupportedOperationException();
  }

  public static HttpResponseException errorWithoutStack(int code, String errorMessage) {
    throw new UnsupportedOperationException();
  }

  public static HttpResponseException redirectViaContextPath(String relative) {
    throw new UnsupportedOperationException();
  }

  public static HttpResponseException redirectViaContextPath(int statusCode, String relative) {
    throw new UnsupportedOperationException();
  }

  public static HttpResponse redirectToDot() {
    throw new UnsupportedOperationException();
  }

  public static HttpResponseException redirectToContextRoot() {
    throw new UnsupportedOperationException();
  }

  public static HttpResponse literalHtml(String text) {
    throw new UnsupportedOperationException();
  }

  public static HttpResponse text(String text) {
    throw new UnsupportedOperationException();
  }

  public abstract static class HttpResponseException extends RuntimeException
      implements HttpResponse {
    public HttpResponseException() {}
  }
}
