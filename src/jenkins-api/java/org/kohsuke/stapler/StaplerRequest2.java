package org.kohsuke.stapler;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import java.util.List;
import net.sf.json.JSONObject;

public interface StaplerRequest2 extends HttpServletRequest {
  String getRestOfPath();

  String getOriginalRestOfPath();

  <T> T findAncestorObject(Class<T> type);

  void bindParameters(Object bean);

  void bindParameters(Object bean, String prefix);

  <T> T bindParameters(Class<T> type, String prefix);

  <T> T bindParameters(Class<T> type, String prefix, int index);

  <T> T bindJSON(Class<T> type, JSONObject src);

  <T> T bindJSON(Type genericType, Class<T> erasure, Object json);

  void bindJSON(Object bean, JSONObject src);

  <T> List<T> bindJSONToList(Class<T> type, Object src);

  JSONObject getSubmittedForm() throws ServletException;
}
