package jakarta.servlet;

public class ServletException extends Exception {
  private ServletException() {}
}
